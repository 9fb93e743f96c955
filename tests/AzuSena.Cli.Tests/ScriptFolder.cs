using System.Diagnostics;
using AzuSena.Testing;

namespace AzuSena.Cli.Tests;

/// <summary>The script in a folder of its own, as if everything had been built and fetched; its dotnet is a double unless a test takes that away.</summary>
internal sealed class ScriptFolder : IDisposable
{
    /// <summary>What the double exits with once it is told to end.</summary>
    public const int Terminated = 7;

    /// <inheritdoc cref="Terminated"/>
    public const int Interrupted = 9;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>The file, if a test writes it, that becomes the results of each assembly that the double is to test.</summary>
    public const string Results = "results.xml";

    // It stays where STUCK says, with a child that holds standard error open: who reads it to its end knows that both are gone.
    private static readonly string Double =
        $$"""
        #!/usr/bin/env bash
        case "$1" in --list-sdks) echo '10.0.100 [/sdk]'; exit ;; esac
        echo "dotnet $*" >&2
        results=$(dirname "$0")/../{{Results}}
        if [ "$1" = test ] && [ -f "$results" ]; then
          while [ "$1" != --results-directory ]; do shift; done
          mkdir -p "$2" && cp "$results" "$2/one.trx"
        fi
        case " $* " in
          *"$STUCK"*)
            trap 'exit {{Terminated}}' TERM
            trap 'exit {{Interrupted}}' INT
            sleep infinity &
            echo stuck >&2
            wait
            ;;
        esac
        """;

    private readonly TemporaryFolder _folder = new();

    public ScriptFolder()
    {
        File.Copy(Path.Combine(Repository.Root, "azusena"), _folder.Combine("azusena"));
        foreach (var place in new[] { "src/AzuSena.Faiss/native/x", "bench/x", "Directory.Build.props", "Directory.Packages.props", "global.json" })
        {
            _folder.Write(place, "");
        }

        // Newer than the sources, so that nothing is built again.
        foreach (var stamp in new[] { "native/.without", "native/libazusena_faiss.so", ".embedder-tried", ".reader-tried", ".speech-tried", ".product-built" })
        {
            _folder.Write($"artifacts/{stamp}", "");
        }

        var dotnet = _folder.Write("bin/dotnet", Double);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(dotnet, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    }

    public string Combine(string path) => _folder.Combine(path);

    public string Write(string path, string text) => _folder.Write(path, text);

    public Task<ProcessRun> RunAsync(params string[] arguments) =>
        ProcessRun.OfAsync("bash", [_folder.Combine("azusena"), .. arguments], Environment(stuckAt: "nowhere"));

    /// <summary>Starts a command, waits for a line on standard error, sends the script alone a signal and reads to the end of all that it started.</summary>
    public async Task<ProcessRun> KillAsync(string signal, string once, string stuckAt, string[] arguments, params (string, string)[] environment)
    {
        var start = new ProcessStartInfo("bash", [_folder.Combine("azusena"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        // The script that runs the tests sets it to its own folder.
        start.Environment.Remove("AZUSENA_HOME");
        foreach (var (name, value) in Environment(stuckAt).Concat(environment))
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var said = "";
            while (await process.StandardError.ReadLineAsync(limit.Token) is { } line && !line.Contains(once, StringComparison.Ordinal))
            {
                said += line + "\n";
            }

            (await ProcessRun.OfAsync("kill", ["-s", signal, $"{process.Id}"])).ExitCode.Should().Be(0, said);
            var rest = await process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return new ProcessRun(process.ExitCode, await output, said + rest);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    public void Dispose() => _folder.Dispose();

    private (string, string)[] Environment(string stuckAt) =>
        [("PATH", $"{_folder.Combine("bin")}:{System.Environment.GetEnvironmentVariable("PATH")}"), ("STUCK", stuckAt), ("CHROMIUM_PATH", "/none")];
}
