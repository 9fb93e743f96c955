using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;

namespace AzuSena.Onnx;

/// <summary>
/// Keeps ONNX Runtime to itself: from 1.29 on its published builds tell Microsoft which models are loaded and run, on Linux too, and keep a database
/// of it in the user's cache. Nothing that AzuSENA does leaves the machine unasked.
/// </summary>
/// <remarks>One source, compiled into each assembly that loads networks: none of them stands on another.</remarks>
internal static class OnnxTelemetry
{
    private const string Variable = "ORT_DISABLE_TELEMETRY";

    /// <summary>Switches it off; to be called before anything of ONNX Runtime is made.</summary>
    public static void SwitchOff()
    {
        // The native library reads the variable as it starts, and .NET's own copy of the environment does not reach it.
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
