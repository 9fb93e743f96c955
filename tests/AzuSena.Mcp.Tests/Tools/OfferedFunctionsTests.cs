using AzuSena.Mcp.Support;
using AzuSena.Testing;

namespace AzuSena.Mcp.Tools;

/// <summary>The functions that a plugin from outside offers in its manifest.</summary>
public sealed class OfferedFunctionsTests
{
    private static readonly string Samples =
        Path.Combine(Repository.Root, "artifacts", "bin", "AzuSena.SamplePlugins", new DirectoryInfo(AppContext.BaseDirectory).Name);

    [Fact]
    public async Task List_PluginFromOutside_HasWhatItsManifestOffersAndNothingElse()
    {
        using var folder = new TemporaryFolder();
        Drop(folder, "\"greet\"");
        await using var api = await TestApi.StartAsync($"--ExternalPlugins:Directory={folder.Combine("plugins")}", "--ExternalPlugins:TimeoutSeconds=60");
        await using var client = await McpApi.ConnectAsync(api);

        var tools = await client.ListToolsAsync();

        tools.Select(tool => tool.Name).Where(name => name.StartsWith("sample_", StringComparison.Ordinal)).Should().Equal("sample_greet");
        (await client.CallAsync("sample_greet", new { name = "Ana", times = 2 })).Structured().Text("result").Should().Be("Hola, Ana. Hola, Ana.");
        (await client.CallAsync("sample_length", new { text = "x" })).Code().Should().Be("not_found");
    }

    [Fact]
    public async Task List_ManifestOffersWhatThereIsNot_RefusesThePlugin()
    {
        using var folder = new TemporaryFolder();
        Drop(folder, "\"no_existe\"");
        await using var api = await TestApi.StartAsync($"--ExternalPlugins:Directory={folder.Combine("plugins")}", "--ExternalPlugins:TimeoutSeconds=60");
        await using var client = await McpApi.ConnectAsync(api);

        (await client.ListToolsAsync()).Select(tool => tool.Name).Should().NotContain(name => name.StartsWith("sample_", StringComparison.Ordinal));
    }

    private static void Drop(TemporaryFolder folder, string offered)
    {
        folder.Write(
            "plugins/sample/plugin.json",
            $$"""
            {
              "name": "sample", "version": "1.0.0", "contract": 1, "assembly": "AzuSena.SamplePlugins.dll", "entry_type": "AzuSena.SamplePlugins.GoodPlugin",
              "description": "Saluda.", "offered": [{{offered}}],
              "examples": [{ "function": "greet", "arguments": { "name": "Ana" }, "expected": "Hola, Ana." }]
            }
            """);
        foreach (var file in Directory.EnumerateFiles(Samples))
        {
            File.Copy(file, folder.Combine(Path.Combine("plugins", "sample", Path.GetFileName(file))));
        }
    }
}
