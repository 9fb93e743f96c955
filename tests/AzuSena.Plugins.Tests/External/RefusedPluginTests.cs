using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Runtime.Loader;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;

namespace AzuSena.Plugins.External;

/// <summary>A plugin that breaks the contract is not loaded, the log says why, and all else goes on.</summary>
public sealed class RefusedPluginTests : IDisposable
{
    private readonly PluginFolder _plugins = new();

    [Theory]
    [InlineData("Abstract", RefusalReason.EntryTypeUnsuitable, "BadPlugins+Abstract")]
    [InlineData("Generic`1", RefusalReason.EntryTypeUnsuitable, "Generic")]
    [InlineData("Hidden", RefusalReason.EntryTypeUnsuitable, "Hidden")]
    [InlineData("Missing", RefusalReason.EntryTypeMissing, "Missing")]
    [InlineData("WithoutFunctions", RefusalReason.FunctionsMissing, "[KernelFunction]")]
    [InlineData("WithoutDescription", RefusalReason.DescriptionMissing, "greet")]
    [InlineData("WithoutParameterDescription", RefusalReason.DescriptionMissing, "greet(name)")]
    [InlineData("Demanding", RefusalReason.ConstructorUnsatisfiable, "System.IDisposable")]
    [InlineData("ThrowsAtStart", RefusalReason.StartFailed, "No arranca.")]
    [InlineData("Throws", RefusalReason.ExampleFailed, "Hoy no.")]
    [InlineData("ThrowsInType", RefusalReason.ExampleFailed, "greet")]
    [InlineData("Reaching", RefusalReason.ExampleFailed, "AzuSena.Kernel")]
    public Task LoadAsync_ClassThatDoesNotFit_IsRefused(string type, RefusalReason reason, string detail)
    {
        _plugins.Drop("bad", type);
        return ShouldBeRefusedAsync(reason, detail);
    }

    [Theory]
    [InlineData("HangsAtStart")]
    [InlineData("Hangs")]
    public async Task LoadAsync_CancelledWhileAPluginHangs_EndsAtOnceAndBeginsAnewTheNextTime(string type)
    {
        _plugins.Drop("bad", type);
        await using var product = _plugins.Product();
        var registry = product.Get<PluginRegistry>();
        using var cancelled = new CancellationTokenSource();
        var loading = registry.LoadAsync(cancelled.Token);

        await cancelled.CancelAsync();

        await loading.Awaiting(it => it.WaitAsync(TimeSpan.FromSeconds(60))).Should().ThrowAsync<OperationCanceledException>();
        Directory.Delete(System.IO.Path.Combine(_plugins.Path, "bad"), recursive: true);
        (await registry.LoadAsync()).Should().NotContain(status => status.Name == "bad");
    }

    [Fact]
    public async Task Kernel_PluginsNotLoadedYet_IsRefusedRatherThanMadeWithoutThem()
    {
        _plugins.Drop();
        await using var product = _plugins.Product();

        product.Invoking(it => it.Get<Kernel>()).Should().Throw<InvalidOperationException>().WithMessage("*LoadAsync*");

        await product.Get<PluginRegistry>().LoadAsync();
        product.Get<Kernel>().Plugins.Contains("sample").Should().BeTrue();
    }

    [Theory]
    [InlineData("HangsAtStart", "greet", RefusalReason.StartTimedOut)]
    [InlineData("Hangs", "greet", RefusalReason.ExampleTimedOut)]
    [InlineData("Hangs", "wait", RefusalReason.ExampleTimedOut)]
    public Task LoadAsync_CodeThatHangs_IsRefusedAtTheLimit(string type, string function, RefusalReason reason)
    {
        _plugins.Drop("bad", type, manifest => manifest["examples"]![0]!["function"] = function);
        return ShouldBeRefusedAsync(reason, "1 s", ("ExternalPlugins:TimeoutSeconds", "1"));
    }

    [Fact]
    public Task LoadAsync_OtherResult_TellsBoth()
    {
        _plugins.Drop("bad", change: manifest =>
            manifest["examples"]!.AsArray().Add((JsonNode)PluginFolder.Example("greet", new { name = "Ana" }, expected: "Adiós, Ana.")));
        return ShouldBeRefusedAsync(RefusalReason.ExampleFailed, "El ejemplo 2 (greet) no dio lo esperado: se esperaba «Adiós, Ana.» y dio «Hola, Ana.».");
    }

    [Fact]
    public Task LoadAsync_NumberExpectedAsText_IsAnotherResult()
    {
        _plugins.Drop("bad", change: manifest => manifest["examples"]![0] = PluginFolder.Example("length", new { text = "ab" }, expected: "2"));
        return ShouldBeRefusedAsync(RefusalReason.ExampleFailed, "«2»");
    }

    [Theory]
    [InlineData("""{"function":"dance","pattern":"x"}""", RefusalReason.ExampleInvalid, "dance")]
    [InlineData("""{"function":"greet","arguments":{"nombre":"Ana"},"pattern":"x"}""", RefusalReason.ExampleInvalid, "nombre")]
    [InlineData("""{"function":"greet","arguments":{},"pattern":"x"}""", RefusalReason.ExampleFailed, "name")]
    [InlineData("""{"function":"greet","pattern":"x","expected":"x"}""", RefusalReason.ManifestInvalid, "expected o pattern")]
    [InlineData("""{"function":"greet"}""", RefusalReason.ManifestInvalid, "expected o pattern")]
    [InlineData("""{"function":"greet","pattern":"("}""", RefusalReason.ManifestInvalid, "expresión regular")]
    [InlineData("""{"function":"","pattern":"x"}""", RefusalReason.ManifestInvalid, "function")]
    public Task LoadAsync_ExampleThatCannotBe_IsRefused(string example, RefusalReason reason, string detail)
    {
        _plugins.Drop("bad", change: manifest => manifest["examples"] = new JsonArray(JsonNode.Parse(example)));
        return ShouldBeRefusedAsync(reason, detail);
    }

    [Theory]
    [InlineData("name", "Bad", RefusalReason.ManifestInvalid, "name")]
    [InlineData("name", "bad\n", RefusalReason.ManifestInvalid, "name")]
    [InlineData("name", "calendar", RefusalReason.NameTaken, "calendar")]
    [InlineData("name", "memory", RefusalReason.NameTaken, "memory")]
    [InlineData("version", "uno", RefusalReason.ManifestInvalid, "version")]
    [InlineData("description", " ", RefusalReason.ManifestInvalid, "description")]
    [InlineData("entry_type", "", RefusalReason.ManifestInvalid, "entry_type")]
    [InlineData("assembly", "plugin.json", RefusalReason.ManifestInvalid, "assembly")]
    [InlineData("assembly", "Missing.dll", RefusalReason.AssemblyInvalid, "Missing.dll")]
    [InlineData("assembly", "../other/X.dll", RefusalReason.PathOutsideFolder, "../other/X.dll")]
    [InlineData("assembly", "/usr/lib/X.dll", RefusalReason.PathOutsideFolder, "/usr/lib/X.dll")]
    [InlineData("assembly", "\0.dll", RefusalReason.PathOutsideFolder, "fuera")]
    [InlineData("colour", "blue", RefusalReason.ManifestInvalid, "colour")]
    public Task LoadAsync_ManifestThatIsWrong_IsRefused(string key, string value, RefusalReason reason, string detail)
    {
        _plugins.Drop("bad", change: manifest => manifest[key] = value);
        return ShouldBeRefusedAsync(reason, detail);
    }

    [Theory]
    [InlineData("contract", "2", RefusalReason.ContractUnsupported)]
    [InlineData("contract", "\"1\"", RefusalReason.ManifestInvalid)]
    [InlineData("contract", null, RefusalReason.ManifestInvalid)]
    [InlineData("examples", "[]", RefusalReason.ManifestInvalid)]
    [InlineData("examples", "[null]", RefusalReason.ManifestInvalid)]
    [InlineData("examples", "null", RefusalReason.ManifestInvalid)]
    public Task LoadAsync_ManifestOfAnotherForm_IsRefused(string key, string? json, RefusalReason reason)
    {
        _plugins.Drop("bad", change: manifest =>
        {
            manifest.Remove(key);
            if (json is not null)
            {
                manifest[key] = JsonNode.Parse(json);
            }
        });
        return ShouldBeRefusedAsync(reason, "plugin.json");
    }

    [Theory]
    [InlineData("", RefusalReason.ManifestInvalid)]
    [InlineData("null", RefusalReason.ManifestInvalid)]
    [InlineData("[]", RefusalReason.ManifestInvalid)]
    [InlineData("""{"name":"a","name":"b"}""", RefusalReason.ManifestInvalid)]
    [InlineData(null, RefusalReason.ManifestMissing)]
    public Task LoadAsync_ManifestThatIsNone_IsRefused(string? text, RefusalReason reason)
    {
        var manifest = Path.Combine(_plugins.Drop("bad"), "plugin.json");
        File.Delete(manifest);
        if (text is not null)
        {
            File.WriteAllText(manifest, text);
        }

        return ShouldBeRefusedAsync(reason, "plugin.json");
    }

    [Fact]
    public Task LoadAsync_ManifestTooLarge_IsRefused()
    {
        _plugins.Drop("bad", change: manifest => manifest["description"] = new string('x', 70_000));
        return ShouldBeRefusedAsync(RefusalReason.ManifestInvalid, "64 kB");
    }

    [Fact]
    public Task LoadAsync_AssemblyIsALinkToElsewhere_IsRefused()
    {
        var assembly = Path.Combine(_plugins.Drop("bad"), "AzuSena.SamplePlugins.dll");
        File.Delete(assembly);
        File.CreateSymbolicLink(assembly, Path.Combine(PluginFolder.SampleFolder, "AzuSena.SamplePlugins.dll"));
        return ShouldBeRefusedAsync(RefusalReason.PathOutsideFolder, "AzuSena.SamplePlugins.dll");
    }

    [Fact]
    public Task LoadAsync_NoAssembly_IsRefused()
    {
        File.WriteAllText(Path.Combine(_plugins.Drop("bad"), "AzuSena.SamplePlugins.dll"), "MZ, or nearly");
        return ShouldBeRefusedAsync(RefusalReason.AssemblyInvalid, "AzuSena.SamplePlugins.dll");
    }

    [Fact]
    public Task LoadAsync_DependencyNotInTheFolder_IsRefused()
    {
        var folder = _plugins.Drop("bad", change: manifest => manifest["examples"]![0] = PluginFolder.Example("length", new { text = "ab" }, expected: 2));
        File.Delete(Path.Combine(folder, "Markdig.dll"));
        return ShouldBeRefusedAsync(RefusalReason.ExampleFailed, "Markdig");
    }

    [Theory]
    [InlineData(1, 999)]
    [InlineData(0, 1)]
    [InlineData(2, 0)]
    public Task LoadAsync_AnotherSemanticKernel_IsRefused(ushort major, ushort minor)
    {
        PatchReference(Path.Combine(_plugins.Drop("bad"), "AzuSena.SamplePlugins.dll"), "Microsoft.SemanticKernel.Abstractions", major, minor);
        return ShouldBeRefusedAsync(RefusalReason.SharedVersionIncompatible, $"Microsoft.SemanticKernel.Abstractions {major}.{minor}");
    }

    [Fact]
    public async Task LoadAsync_TwoOfOneName_KeepsTheFirst()
    {
        _plugins.Drop("aaa", change: manifest => manifest["name"] = "sample");
        _plugins.Drop("bbb", change: manifest => manifest["name"] = "sample");

        var statuses = await _plugins.LoadAsync();

        statuses.Select(status => status.State).Should().Equal(PluginState.Loaded, PluginState.Refused);
        statuses[1].Reason.Should().Be(RefusalReason.NameTaken);
    }

    [Fact]
    public async Task LoadAsync_Refused_LeavesNothingInMemory()
    {
        _plugins.Drop("leaver", "Throws");
        (await _plugins.LoadAsync()).Should().ContainSingle().Which.State.Should().Be(PluginState.Refused);
        _plugins.Log.Clear();

        for (var times = 0; times < 20 && IsLoaded(); times++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        IsLoaded().Should().BeFalse();

        static bool IsLoaded() => AssemblyLoadContext.All.Any(context => context.Name == "leaver");
    }

    [Fact]
    public async Task LoadAsync_OneBadPlugin_LeavesTheOthers()
    {
        _plugins.Drop("aaa", "Throws");
        _plugins.Drop("bbb", "ThrowsAtStart");
        _plugins.Drop("sample");
        _plugins.Write("plugins/loose.txt", "Not a plugin.");
        Directory.CreateDirectory(_plugins.Combine("plugins/.git"));
        await using var product = _plugins.Product();

        (await product.Get<PluginRegistry>().LoadAsync()).Where(status => status.Origin == PluginOrigin.External).Select(status => status.Name)
            .Should().Equal("aaa", "bbb", "sample");
        product.Get<Kernel>().Plugins.Contains("calendar").Should().BeTrue();
    }

    public void Dispose() => _plugins.Dispose();

    private async Task ShouldBeRefusedAsync(RefusalReason reason, string detail, params (string Key, string Value)[] settings)
    {
        var status = (await _plugins.LoadAsync(settings)).Should().ContainSingle().Subject;

        status.Should().BeEquivalentTo(new { State = PluginState.Refused, Reason = reason });
        status.Detail.Should().Contain(detail);
        _plugins.Log.GetSnapshot().Should().ContainSingle(record => record.Level == LogLevel.Warning).Which.Message.Should().Contain(status.Detail);
    }

    // The version of a reference is the first eight bytes of its row in the metadata.
    private static void PatchReference(string assembly, string name, ushort major, ushort minor)
    {
        var bytes = File.ReadAllBytes(assembly);
        using (var image = new PEReader(new MemoryStream(bytes)))
        {
            var metadata = image.GetMetadataReader();
            var row = metadata.AssemblyReferences.Single(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name) == name);
            var offset = image.PEHeaders.MetadataStartOffset
                + metadata.GetTableMetadataOffset(TableIndex.AssemblyRef)
                + ((MetadataTokens.GetRowNumber(row) - 1) * metadata.GetTableRowSize(TableIndex.AssemblyRef));
            BitConverter.GetBytes(major).CopyTo(bytes, offset);
            BitConverter.GetBytes(minor).CopyTo(bytes, offset + 2);
        }

        File.WriteAllBytes(assembly, bytes);
    }
}
