using System.Runtime.InteropServices;
using AzuSena.Testing;

namespace AzuSena.Memory.Embeddings.Onnx;

public sealed class OnnxTelemetryTests
{
    [Fact]
    public void OnnxModel_Loaded_HasSwitchedTelemetryOffWhereTheLibraryLooks()
    {
        using var folder = new TemporaryFolder();
        TinyModel.WriteFolder(folder.Path);

        using var model = new OnnxModel(folder.Combine("model.onnx"), threads: 1);

        Environment.GetEnvironmentVariable("ORT_DISABLE_TELEMETRY").Should().Be("1");
        if (!OperatingSystem.IsWindows())
        {
            Marshal.PtrToStringUTF8(NativeVariable("ORT_DISABLE_TELEMETRY")).Should().Be("1", "the native library does not see .NET's copy of the environment");
        }
    }

    [DllImport("libc", EntryPoint = "getenv", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint NativeVariable(string name);
}
