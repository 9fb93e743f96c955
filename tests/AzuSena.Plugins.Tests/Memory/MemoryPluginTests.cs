using AzuSena.Memory.Search;
using AzuSena.Passages;
using AzuSena.Testing;
using Microsoft.SemanticKernel;

namespace AzuSena.Plugins.Tests.Memory;

/// <summary>The plugin as the walk and a model call it: through the kernel, by name.</summary>
public sealed class MemoryPluginTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _corpus = new();
    private readonly TestProduct _product;

    public MemoryPluginTests()
    {
        _corpus.Write("a.md", "---\ntitulo: Acuerdo\nfuente: Acuerdo 9 de 2024\nfecha: 2024-05-01\ntemas: [formación]\n---\n# Acuerdo\n\nEl contrato dura " +
            "tres años.\n");
        _corpus.Write("b.md", "---\ntitulo: Ley\nfuente: Ley 119 de 1994\nfecha: 1994-02-09\ntemas: [institución, norma]\n---\n# Ley\n\nEl contrato tiene " +
            "cuatro partes.\n");
        _product = new TestProduct(_corpus.Path);
    }

    private Kernel Kernel => _product.Get<Kernel>();

    public Task InitializeAsync() => _product.IndexAsync();

    public async Task DisposeAsync() => await _product.DisposeAsync();

    public void Dispose() => _corpus.Dispose();

    [Theory]
    [InlineData("source", "acuerdo 9", "a.md")]
    [InlineData("topics", "norma, otra", "b.md")]
    [InlineData("from", "2000-01-01", "a.md")]
    [InlineData("to", "2000-01-01", "b.md")]
    public async Task Search_Filter_FindsOnlyWhatItLetsThrough(string name, string value, string expected) =>
        (await SearchAsync((name, value))).Should().Equal(expected);

    [Theory]
    [InlineData("from", "ayer")]
    [InlineData("topics", " , ")]
    [InlineData("source", "")]
    public async Task Search_FilterThatSaysNothing_RestrictsNothing(string name, string value) =>
        (await SearchAsync((name, value))).Should().BeEquivalentTo("a.md", "b.md");

    [Fact]
    public async Task GetPassage_IdOfAHit_OpensIt()
    {
        var found = await Kernel.InvokeAsync<SearchResult>("memory", "search", new() { ["query"] = "partes del contrato" });

        var passage = await Kernel.InvokeAsync<Passage>("memory", "get_passage", new() { ["id"] = found!.Hits[0].Passage.Id });

        passage!.Text.Should().Be("El contrato tiene cuatro partes.");
        (await Kernel.InvokeAsync<Passage?>("memory", "get_passage", new() { ["id"] = "no-existe" })).Should().BeNull();
    }

    [Fact]
    public async Task ListSources_Always_GivesEveryDocument()
    {
        var documents = await Kernel.InvokeAsync<IReadOnlyList<DocumentInfo>>("memory", "list_sources");

        documents.Should().BeEquivalentTo(
        [
            new DocumentInfo("a.md", "Acuerdo", "Acuerdo 9 de 2024", new DateOnly(2024, 5, 1), ["formación"]),
            new DocumentInfo("b.md", "Ley", "Ley 119 de 1994", new DateOnly(1994, 2, 9), ["institución", "norma"]),
        ]);
    }

    [Fact]
    public void Functions_All_AreDescribedForAModel() => Kernel.Plugins["memory"].Should().OnlyContain(
        function => function.Description.Length > 20 && function.Metadata.Parameters.All(parameter => parameter.Description.Length > 10));

    private async Task<IEnumerable<string>> SearchAsync((string Name, string Value) filter)
    {
        var result = await Kernel.InvokeAsync<SearchResult>("memory", "search", new() { ["query"] = "contrato", [filter.Name] = filter.Value });
        return result!.Hits.Select(hit => hit.Passage.Document.Path);
    }
}
