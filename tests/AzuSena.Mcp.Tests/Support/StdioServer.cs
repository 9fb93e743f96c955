using System.Diagnostics;
using AzuSena.Testing;
using ModelContextProtocol.Client;

namespace AzuSena.Mcp.Support;

/// <summary><c>azusena mcp</c> as a client starts it: a process of its own, over folders of the test's own.</summary>
internal sealed class StdioServer : IDisposable
{
    private static readonly string Assembly = Path.Combine(
        Repository.Root, "artifacts", "bin", "AzuSena.Cli", new DirectoryInfo(AppContext.BaseDirectory).Name, "AzuSena.Cli.dll");

    /// <summary>How long its start and a reply may take before a test gives up: on a busy machine a new process takes longer than a request.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly TemporaryFolder _folder = new();

    public StdioServer(string? corpus = null) =>
        _folder.Write(
            "corpus/horario.md", corpus ?? "---\ntitulo: Horario de la biblioteca\n---\nLa biblioteca abre de lunes a viernes a las ocho de la mañana.\n");

    /// <summary>The environment of the process, beside the test's own.</summary>
    public Dictionary<string, string> Environment => new(StringComparer.Ordinal)
    {
        ["AZUSENA_HOME"] = _folder.Path,
        ["CORPUS_DIR"] = "corpus",
        ["DATA_DIR"] = "data",
        ["PROMPTS_DIR"] = Repository.Prompts,
        ["Embedding__Provider"] = "none",
        ["Llm__Provider"] = "none",
        ["Answering__AbstainBelow"] = "0",
    };

    /// <summary>What a client starts.</summary>
    public static IReadOnlyList<string> CommandLine => ["dotnet", Assembly, "mcp"];

    /// <summary>Starts it and connects a client, which ends it.</summary>
    public Task<McpClient> ConnectAsync(string revision, Action<string>? errors = null) => McpClient.CreateAsync(
        new StdioClientTransport(new StdioClientTransportOptions
        {
            Command = CommandLine[0],
            Arguments = [.. CommandLine.Skip(1)],
            EnvironmentVariables = Environment.ToDictionary(pair => pair.Key, pair => (string?)pair.Value, StringComparer.Ordinal),
            StandardErrorLines = errors,
        }),
        new McpClientOptions { ProtocolVersion = revision, DiscoverProbeTimeout = Patience, InitializationTimeout = Patience }).WaitAsync(Patience);

    /// <summary>Starts it, with its streams for the test.</summary>
    public Process Start()
    {
        var start = new ProcessStartInfo(CommandLine[0], CommandLine.Skip(1))
        { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var (name, value) in Environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    public void Dispose() => _folder.Dispose();
}
