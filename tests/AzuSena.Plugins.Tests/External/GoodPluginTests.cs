using System.Text.Json.Nodes;
using Microsoft.SemanticKernel;

namespace AzuSena.Plugins.External;

/// <summary>A plugin from outside that keeps to the contract.</summary>
public sealed class GoodPluginTests : IDisposable
{
    private readonly PluginFolder _plugins = new();

    [Fact]
    public async Task InvokeAsync_LoadedPlugin_AnswersFromItsOwnSettings()
    {
        _plugins.Drop(change: manifest => manifest["examples"]![0]!["pattern"] = "Ana");
        await using var product = _plugins.Product(("Plugins:SAMPLE:Word", "Buenas"));

        await product.Get<PluginRegistry>().LoadAsync();
        var answer = await product.Get<Kernel>().InvokeAsync<string>("sample", "greet", new KernelArguments { ["name"] = "Luz", ["times"] = "2" });

        answer.Should().Be("Buenas, Luz. Buenas, Luz.");
        (await product.Get<PluginRegistry>().LoadAsync()).Single(status => status.Name == "sample").Should().BeEquivalentTo(new
        {
            Origin = PluginOrigin.External,
            State = PluginState.Loaded,
            Version = "1.0.0",
            Functions = new[] { "sample.greet", "sample.length", "sample.sight" },
        });
    }

    [Theory]
    [InlineData("AzuSena.Kernel", false)]
    [InlineData("AzuSena.Plugins", false)]
    [InlineData("Lucene.Net", false)]
    [InlineData("Markdig", true)]
    [InlineData("System.Text.Json", true)]
    [InlineData("Microsoft.SemanticKernel.Abstractions", true)]
    public async Task Plugin_Looking_SeesOnlyItsOwnFolderAndWhatIsShared(string assembly, bool found)
    {
        _plugins.Drop();
        await using var product = _plugins.Product();

        await product.Get<PluginRegistry>().LoadAsync();
        var sight = await product.Get<Kernel>().InvokeAsync("sample", "sight", new KernelArguments { ["assembly"] = assembly });

        sight.GetValue<object>()!.ToString().Should().Contain("Collectible = True").And.Contain("OwnDependencies = True").And.Contain($"Found = {found}");
    }

    [Fact]
    public async Task Plugin_AfterACollection_StillFindsItsOwnAssemblies()
    {
        _plugins.Drop();
        await using var product = _plugins.Product();
        await product.Get<PluginRegistry>().LoadAsync();
        var kernel = product.Get<Kernel>();
        for (var round = 0; round < 3; round++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        var sight = await kernel.InvokeAsync("sample", "sight", new KernelArguments { ["assembly"] = "Markdig" });

        sight.GetValue<object>()!.ToString().Should().Contain("Found = True");
    }

    [Fact]
    public async Task LoadAsync_ExpectedValues_AreComparedAsJson()
    {
        _plugins.Drop(change: manifest => manifest["examples"] = new JsonArray(
            PluginFolder.Example("greet", new { name = "Ana", times = 2 }, expected: "Hola, Ana. Hola, Ana."),
            PluginFolder.Example("length", new { text = "**ocho** y medio" }, expected: 12),
            PluginFolder.Example("sight", new { assembly = "AzuSena.Kernel" }, pattern: "\"found\":false")));

        (await _plugins.LoadAsync()).Should().ContainSingle().Which.Detail.Should().BeNull();
    }

    [Fact]
    public async Task LoadAsync_SwitchedOff_IsNotEvenOpened()
    {
        var folder = _plugins.Drop();
        File.Delete(Path.Combine(folder, "AzuSena.SamplePlugins.dll"));

        (await _plugins.LoadAsync(("Plugins:sample:Enabled", "false"))).Should().ContainSingle().Which.State.Should().Be(PluginState.Disabled);
    }

    [Fact]
    public async Task LoadAsync_FolderIsALink_IsTheOperatorsOwnDoing()
    {
        var folder = _plugins.Drop();
        Directory.CreateDirectory(_plugins.Combine("elsewhere"));
        Directory.Move(folder, _plugins.Combine("elsewhere/sample"));
        Directory.CreateSymbolicLink(folder, _plugins.Combine("elsewhere/sample"));

        (await _plugins.LoadAsync()).Should().ContainSingle().Which.State.Should().Be(PluginState.Loaded);
    }

    [Fact]
    public async Task LoadAsync_NoFolder_IsNoPlugin() => (await _plugins.LoadAsync()).Should().BeEmpty();

    [Fact]
    public async Task CheckAsync_OneFolder_TriesItAlone()
    {
        _plugins.Drop("broken", "Throws");
        var folder = _plugins.Drop();
        await using var product = _plugins.Product();

        (await product.Get<PluginRegistry>().CheckAsync(folder)).Should().ContainSingle().Which.State.Should().Be(PluginState.Loaded);
        (await product.Get<PluginRegistry>().CheckAsync(folder: null)).Should().HaveCount(2);
    }

    public void Dispose() => _plugins.Dispose();
}
