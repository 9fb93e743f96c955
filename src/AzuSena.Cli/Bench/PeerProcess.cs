using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using AzuSena.Errors;
using AzuSena.Processes;

namespace AzuSena.Cli.Bench;

/// <summary>The process of <c>bench/memory/peer.py</c>: one line of JSON per request, and one per response.</summary>
internal sealed class PeerProcess : IDisposable
{
    /// <summary>The interpreter of Debian's packages; another may be first in PATH.</summary>
    public const string Python = "/usr/bin/python3";

    // Longer than any build of a million vectors; ends a process that hangs.
    private static readonly TimeSpan Limit = TimeSpan.FromHours(3);

    private static readonly ChildEnvironment Environment = new("PYTHON*", "OMP_*", "OPENBLAS_*");

    private readonly Process _process;
    private readonly CancellationToken _cancellationToken;

    private PeerProcess(Process process, CancellationToken cancellationToken) => (_process, _cancellationToken) = (process, cancellationToken);

    /// <summary>Starts the process for a library: <c>faiss</c> or <c>hnswlib</c>.</summary>
    public static PeerProcess Start(string library, CancellationToken cancellationToken)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "bench", "memory", "peer.py");
        var start = new ProcessStartInfo(Python, ["-B", script, library])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false
        };
        Environment.ApplyTo(start);
        return new PeerProcess(Process.Start(start)!, cancellationToken);
    }

    /// <summary>Whether the interpreter and the libraries are installed.</summary>
    public static bool CanStart()
    {
        if (!File.Exists(Python))
        {
            return false;
        }

        var start = new ProcessStartInfo(Python, ["-c", "import faiss, hnswlib"]) { RedirectStandardError = true, UseShellExecute = false };
        Environment.ApplyTo(start);
        using var process = Process.Start(start)!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    /// <summary>Throws, naming what to install, if the interpreter or a library is missing.</summary>
    public static void Require()
    {
        if (!CanStart())
        {
            throw new AzuSenaException(
                ErrorCode.RequestInvalid, "Faltan los pares con que se compara. Ejecuta: sudo apt-get install python3-faiss python3-hnswlib");
        }
    }

    /// <summary>Sends a request, and waits for the response.</summary>
    public JsonElement Ask(string what, JsonObject arguments)
    {
        arguments["do"] = what;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(_cancellationToken);
        limit.CancelAfter(Limit);
        using var end = limit.Token.Register(Kill);
        try
        {
            _process.StandardInput.WriteLine(arguments.ToJsonString());
            _process.StandardInput.Flush();
            if (_process.StandardOutput.ReadLine() is { } answer)
            {
                return JsonElement.Parse(answer);
            }
        }
        catch (IOException)
        {
            // The process has closed its end: reported below.
        }

        _cancellationToken.ThrowIfCancellationRequested();
        throw new AzuSenaException(ErrorCode.RequestInvalid, "El proceso de python3 con que se compara terminó antes de responder.");
    }

    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }

    private void Kill()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }
    }
}
