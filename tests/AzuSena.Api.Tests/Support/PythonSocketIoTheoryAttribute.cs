using System.Diagnostics;

namespace AzuSena.Api.Tests.Support;

/// <summary>A test with Debian's client of Python; skipped, and said so, where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PythonSocketIoTheoryAttribute : TheoryAttribute
{
    /// <summary>The distribution's interpreter, for another may stand first in PATH.</summary>
    public const string Python = "/usr/bin/python3";

    private static readonly Lazy<bool> IsInstalled = new(() =>
    {
        if (!File.Exists(Python))
        {
            return false;
        }

        using var process = Process.Start(
            new ProcessStartInfo(Python, ["-c", "import socketio, requests, websocket"]) { RedirectStandardError = true, UseShellExecute = false })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    });

    public PythonSocketIoTheoryAttribute() =>
        Skip = IsInstalled.Value ? null : "The Python client is not installed: apt-get install python3-socketio python3-requests python3-websocket";
}
