using AzuSena.Testing;

namespace AzuSena.Cli.Tests;

/// <summary>The command line as a person runs it: a process of its own, over folders of the test's own.</summary>
internal sealed class CommandLine : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public string Corpus => _folder.Combine("corpus");

    public string Data => _folder.Combine("data");

    public string Write(string path, string text) => _folder.Write(path, text);

    public Task<ProcessRun> RunAsync(params string[] arguments) => ProcessRun.OfAsync(
        "dotnet",
        arguments.Prepend(Path.Combine(AppContext.BaseDirectory, "AzuSena.Cli.dll")),
        ("AZUSENA_HOME", _folder.Path),
        ("CORPUS_DIR", "corpus"),
        ("DATA_DIR", "data"),
        ("ExternalPlugins__TimeoutSeconds", "60"));

    public void Dispose() => _folder.Dispose();
}
