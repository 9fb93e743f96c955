using System.Diagnostics;
using AzuSena.Testing;

namespace AzuSena.Cli.Tests;

/// <summary>The command line as a person runs it: a process of its own, over folders of the test's own.</summary>
internal sealed class CommandLine : IDisposable
{
    private static readonly string Assembly = Path.Combine(AppContext.BaseDirectory, "AzuSena.Cli.dll");

    private readonly TemporaryFolder _folder = new();

    public string Corpus => _folder.Combine("corpus");

    public string Data => _folder.Combine("data");

    /// <summary>Puts the corpus that the product ships with in the place of the test's own.</summary>
    public void CopyCorpus()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.Corpus, "*.md", SearchOption.AllDirectories))
        {
            Write(Path.Combine("corpus", Path.GetRelativePath(Repository.Corpus, file)), File.ReadAllText(file));
        }
    }

    public string Write(string path, string text) => _folder.Write(path, text);

    private (string, string)[] Environment =>
    [
        ("AZUSENA_HOME", _folder.Path),
        ("CORPUS_DIR", "corpus"),
        ("DATA_DIR", "data"),
        ("ExternalPlugins__TimeoutSeconds", "60"),
        ("Embedding__Provider", "none"),
        ("Llm__Provider", "none"),
    ];

    public Task<ProcessRun> RunAsync(params string[] arguments) => ProcessRun.OfAsync("dotnet", [Assembly, .. arguments], Environment);

    /// <summary>Runs a command in a shell that has done something before, such as setting a limit.</summary>
    public Task<ProcessRun> RunAfterAsync(string preparation, params string[] arguments) =>
        ProcessRun.OfAsync("bash", ["-c", $"{preparation}; exec dotnet \"$0\" \"$@\"", Assembly, .. arguments], Environment);

    /// <summary>Starts a command that goes on until it is told to stop.</summary>
    public Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Assembly, .. arguments])
        { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var (name, value) in Environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    public void Dispose() => _folder.Dispose();
}
