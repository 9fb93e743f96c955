using AzuSena.Testing;

namespace AzuSena.Mcp.Support;

/// <summary>The clients of npm, in the folder <c>node</c>.</summary>
internal static class Node
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "AzuSena.Mcp.Tests", "node");

    // A client of npm waits 15 seconds by itself, which a busy machine may take to start a process.
    private const string Wait = "60000";

    /// <summary>Runs <c>sdk.mjs</c>.</summary>
    public static Task<ProcessRun> SdkAsync(IEnumerable<string> arguments, Dictionary<string, string>? environment = null) =>
        RunAsync([Path.Combine(Folder, "sdk.mjs"), .. arguments], environment);

    /// <summary>Runs the inspector's command line on a server.</summary>
    /// <param name="server">The server: an address, or a command with its arguments.</param>
    /// <param name="arguments">What it is to do.</param>
    /// <param name="environment">Of the process, and of the server that it starts.</param>
    public static Task<ProcessRun> InspectorAsync(
        IReadOnlyList<string> server, IEnumerable<string> arguments, Dictionary<string, string>? environment = null) =>
        RunAsync(
            [
                Path.Combine(Folder, "node_modules", "@modelcontextprotocol", "inspector", "clients", "launcher", "build", "index.js"),
                // An option with several values would take an address behind it for one more.
                "--cli", .. server.Count == 1 ? server : [], "--connect-timeout", Wait, .. arguments,
                // It gives the server that it starts no other variables than these.
                .. server.Count == 1 ? [] : (environment ?? []).SelectMany(pair => new[] { "-e", $"{pair.Key}={pair.Value}" }).Append("--").Concat(server),
            ],
            environment);

    private static Task<ProcessRun> RunAsync(IEnumerable<string> arguments, Dictionary<string, string>? environment)
    {
        Directory.Exists(Path.Combine(Folder, "node_modules")).Should().BeTrue("the clients must be installed: run ./azusena test, which installs them");
        return ProcessRun.OfAsync("node", arguments, [.. (environment ?? []).Select(pair => (pair.Key, pair.Value))]);
    }
}
