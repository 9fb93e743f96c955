using System.Diagnostics;
using AzuSena.Testing;

namespace AzuSena.Plugins.Walkthrough;

/// <summary>Somebody with a fresh checkout who does what a page says.</summary>
internal sealed class Reader : IDisposable
{
    // No step takes this long when all is well; the whole product is built in one of them.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    // `dotnet new install` would change what templates this machine has; all else that dotnet does stays as it is.
    private const string OwnTemplates = """
        dotnet() { if [ "$1" = new ]; then DOTNET_CLI_HOME="$TEMPLATES" command dotnet "$@"; else command dotnet "$@"; fi; }
        export -f dotnet

        """;

    private readonly TemporaryFolder _folder = new();

    public Reader()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.Root).Where(file => Path.GetFileName(file) != ".env"))
        {
            Copy(file);
        }

        // The web chat comes built, if it was: the page tells nothing of it, and its packages would be downloaded.
        var files = new[] { "src", "templates", "prompts", "corpus/datos", "artifacts/web" }
            .Select(folder => Path.Combine(Repository.Root, folder))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            .Where(file => !file.Contains("/node_modules/", StringComparison.Ordinal)
                || file.EndsWith("/node_modules/.package-lock.json", StringComparison.Ordinal));
        foreach (var file in files)
        {
            Copy(file);
        }
    }

    /// <summary>The folder that PROMPTS_DIR names.</summary>
    public string Prompts => _folder.Combine("checkout/prompts");

    /// <summary>The folder that PLUGINS_DIR names.</summary>
    public string Plugins => _folder.Combine("checkout/plugins");

    /// <summary>Does one step, and gives what was printed.</summary>
    public async Task<string> DoAsync(WalkthroughStep step)
    {
        switch (step.Kind)
        {
            case "bash":
                return await RunAsync(step.Text);
            case "csharp":
                _folder.Write($"checkout/{step.File}", step.Text);
                return "";
            default:
                Edit(step);
                return "";
        }
    }

    public async Task<string> RunAsync(string commands)
    {
        var start = new ProcessStartInfo("bash", ["-euo", "pipefail", "-c", OwnTemplates + commands])
        {
            WorkingDirectory = _folder.Combine("checkout"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["TEMPLATES"] = _folder.Combine("templates");
        start.Environment.Remove("AZUSENA_HOME");
        start.Environment.Remove("PLUGINS_DIR");
        start.Environment["ExternalPlugins__TimeoutSeconds"] = "60";

        // Servers that outlive the build would hold its output open.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["UseSharedCompilation"] = "false";
        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var error = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            process.ExitCode.Should().Be(0, "{0}\n{1}\n{2}", commands, await output, await error);
            return await output;
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    public void Dispose() => _folder.Dispose();

    private void Copy(string file)
    {
        var copy = Path.Combine(_folder.Combine("checkout"), Path.GetRelativePath(Repository.Root, file));
        Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
        File.Copy(file, copy);
    }

    // The lines with a plus come after the line before them.
    private void Edit(WalkthroughStep step)
    {
        var file = _folder.Combine($"checkout/{step.File}");
        var lines = File.ReadAllLines(file).ToList();
        var at = -1;
        foreach (var line in step.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line[0] == '+')
            {
                lines.Insert(++at, line[1..]);
            }
            else
            {
                at = lines.IndexOf(line[1..]);
                at.Should().BeGreaterThanOrEqualTo(0, "{0} has the line {1}", step.File, line);
                if (line[0] == '-')
                {
                    lines.RemoveAt(at--);
                }
            }
        }

        File.WriteAllLines(file, lines);
    }
}
