using AzuSena.Passages;
using AzuSena.Support;

namespace AzuSena.Memory.Search;

/// <summary>What a search says of how it came to its result.</summary>
public sealed class SearchStepsTests
{
    [Fact]
    public async Task SearchAsync_NearPassageThatWordsPutBeyondTheBest_IsAmongTheCandidatesOnce()
    {
        var document = new DocumentInfo("sedes.md", "Sedes");
        var passages = Enumerable.Range(0, 80)
            .Select(i => new Passage($"id{i}", document, [], i, $"La sede {i} abre{string.Concat(Enumerable.Repeat(" siempre", i))}."))
            .ToArray();
        using var memory = new VectorMemory(new EmbedderDouble().ToEmbedder());
        memory.Store.Fill(passages);
        await memory.RefreshAsync();

        var search = await memory.Search.SearchAsync("¿Qué sede abre siempre, siempre, siempre?", 5, CancellationToken.None);

        var steps = search.Steps!;
        steps.ByWords.Should().BeLessThan(steps.Keys.Length, "vectors find some that the words do not prefer");
        steps.Beyond.Should().NotBeEmpty();
        steps.Keys.Concat(steps.Beyond.Select(beyond => beyond.Key)).Should().OnlyHaveUniqueItems();
    }
}
