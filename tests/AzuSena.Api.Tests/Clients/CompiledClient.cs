using System.Text.Json;
using AzuSena.Api.Tests.Support;
using AzuSena.Testing;

namespace AzuSena.Api.Tests.Clients;

/// <summary>The TypeScript client, compiled once into a folder of its own.</summary>
public sealed class CompiledClient : IAsyncLifetime, IDisposable
{
    private static readonly string Sources = Path.Combine(Repository.Root, "clients", "typescript");

    private readonly TemporaryFolder _folder = new();

    public async Task InitializeAsync()
    {
        var compiler = Path.Combine(NodeScript.Folder, "node_modules", "typescript", "bin", "tsc");
        File.Exists(compiler).Should().BeTrue("the JavaScript packages must be installed: run ./azusena test, which installs them");
        var run = await ProcessRun.OfAsync("node", [compiler, "-p", Sources, "--outDir", _folder.Path]);

        run.ExitCode.Should().Be(0, run.Output + run.Error);

        // As the package says of itself, so that Node takes the files for modules.
        _folder.Write("package.json", """{"type": "module"}""");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    /// <summary>Makes a call of <c>client.mjs</c> and gives what it printed.</summary>
    internal Task<List<JsonElement>> CallAsync(TestApi api, string call, object given) => CallAsync(api.Address, call, given);

    /// <summary>The same, at another address.</summary>
    internal Task<List<JsonElement>> CallAsync(Uri address, string call, object given) =>
        NodeScript.RunAsync("client.mjs", address, _folder.Path, call, JsonSerializer.Serialize(given));
}
