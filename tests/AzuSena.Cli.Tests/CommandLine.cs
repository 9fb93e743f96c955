using System.Diagnostics;
using AzuSena.Testing;

namespace AzuSena.Cli.Tests;

/// <summary>
/// The command line over folders of the test's own: in the process that runs many commands or, where the process is what is tested, in one of its own.
/// </summary>
internal sealed class CommandLine : IDisposable
{
    private static readonly string Assembly = Path.Combine(AppContext.BaseDirectory, "AzuSena.Cli.dll");

    private readonly TemporaryFolder _folder = new();

    public string Corpus => _folder.Combine("corpus");

    public string Data => _folder.Combine("data");

    /// <summary>Copies the files of a folder, such as the corpus that the product ships with, to a place in that of the command line.</summary>
    public string CopyFrom(string folder, string place) => _folder.CopyFrom(folder, place);

    public string Write(string path, string text) => _folder.Write(path, text);

    private (string, string)[] Environment =>
    [
        ("AZUSENA_HOME", _folder.Path),
        ("CORPUS_DIR", "corpus"),
        ("DATA_DIR", "data"),
        ("ExternalPlugins__TimeoutSeconds", "60"),
        ("Embedding__Provider", "none"),
        ("Llm__Provider", "none"),
        .. Settings,
    ];

    /// <summary>Variables on top of those of the folders.</summary>
    public List<(string Name, string Value)> Settings { get; } = [];

    public Task<ProcessRun> RunAsync(params string[] arguments) => Program.Host.RunAsync(arguments, Environment);

    /// <summary>Runs a command as a person does, in a process of its own.</summary>
    public Task<ProcessRun> RunAloneAsync(params string[] arguments) => ProcessRun.OfAsync("dotnet", [Assembly, .. arguments], Environment);

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
