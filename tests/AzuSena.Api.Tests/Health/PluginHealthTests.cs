using System.Text.Json;
using AzuSena.Api.Tests.Support;
using AzuSena.Testing;

namespace AzuSena.Api.Tests.Health;

/// <summary>What became of the plugins is to be seen, without what only the operator may read.</summary>
public sealed class PluginHealthTests
{
    [Fact]
    public async Task Ready_PluginRefused_IsShownWithItsReasonAndTheServiceStarts()
    {
        using var folder = new TemporaryFolder();
        folder.Write("plugins/roto/plugin.json", "{}");
        await using var api = await TestApi.StartAsync(
            $"--ExternalPlugins:Directory={folder.Combine("plugins")}", "--Plugins:Calendar:Enabled=false", "--Plugins:Fantasma:Enabled=true");

        var body = await api.Client.GetStringAsync("/health/ready");

        var plugins = JsonDocument.Parse(body).RootElement.GetProperty("plugins").EnumerateArray().ToDictionary(plugin => plugin.Text("name")!);
        plugins["memory"].Text("state").Should().Be("loaded");
        plugins["calendar"].Text("state").Should().Be("disabled");
        plugins["Fantasma"].Text("state").Should().Be("unknown");
        plugins["roto"].Text("state").Should().Be("refused");
        plugins["roto"].Text("reason").Should().Be("manifest_invalid");
        body.Should().NotContain(folder.Path).And.NotContain("plugin.json");
    }
}
