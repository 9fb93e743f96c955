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
    public static async Task<List<JsonElement>> RunAsync(string script, Uri address, string question)
    {
        Directory.Exists(Path.Combine(Folder, "node_modules", "@microsoft", "signalr")).Should().BeTrue("the JavaScript clients must be installed: run ./azusena test, which installs them");
        using var process = Process.Start(new ProcessStartInfo("node", [script, address.ToString(), question])
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
