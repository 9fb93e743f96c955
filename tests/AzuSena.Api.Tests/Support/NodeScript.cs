using System.Diagnostics;
using System.Text;
using System.Text.Json;
using AzuSena.Testing;

namespace AzuSena.Api.Tests.Support;

/// <summary>Runs a script of the folder <c>node</c>.</summary>
internal static class NodeScript
{
    public static readonly string Folder = Path.Combine(Repository.Root, "tests", "AzuSena.Api.Tests", "node");

    /// <summary>Gives the JSON lines that the script printed.</summary>
    public static Task<List<JsonElement>> RunAsync(string script, Uri address, params string[] arguments)
    {
        new[] { Path.Combine("@microsoft", "signalr"), "socket.io-client" }.Should().OnlyContain(
            package => Directory.Exists(Path.Combine(Folder, "node_modules", package)),
                "the JavaScript clients must be installed: run ./azusena test, which installs them");
        return RunWithAsync("node", script, address, arguments);
    }

    /// <summary>The same with another interpreter.</summary>
    public static async Task<List<JsonElement>> RunWithAsync(string interpreter, string script, Uri address, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(interpreter, [script, address.ToString(), .. arguments])
        {
            WorkingDirectory = Folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        })!;
        using var limit = new CancellationTokenSource(TestApi.Patience);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            process.ExitCode.Should().Be(0, await errors);
            return (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line)).ToList();
        }
        finally
        {
            process.Kill();
        }
    }
}
