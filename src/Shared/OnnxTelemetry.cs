using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;

namespace AzuSena.Onnx;

/// <summary>
/// Turns off ONNX Runtime's telemetry: from 1.29 on its published builds report to Microsoft which models are loaded and run, also on Linux, and keep a
/// database of it in the user's cache. AzuSENA sends nothing off the machine without being told to.
/// </summary>
/// <remarks>One source file, compiled into each assembly that loads networks, because none of them references another.</remarks>
internal static class OnnxTelemetry
{
    private const string Variable = "ORT_DISABLE_TELEMETRY";

    /// <summary>Turns the telemetry off; call it before any ONNX Runtime object is created.</summary>
    public static void SwitchOff()
    {
        // The native library reads the variable when it starts, and .NET's own copy of the environment does not reach it.
        if (!OperatingSystem.IsWindows())
        {
            _ = SetVariable(Variable, "1", 1);
        }

        Environment.SetEnvironmentVariable(Variable, "1");
        OrtEnv.Instance().DisableTelemetryEvents();
    }

    [DllImport("libc", EntryPoint = "setenv", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetVariable(string name, string value, int overwrite);
}
