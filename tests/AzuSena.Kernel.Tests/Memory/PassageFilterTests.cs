using AzuSena.Passages;
using AzuSena.Support;

namespace AzuSena.Memory;

public sealed class PassageFilterTests : IDisposable
{
    private readonly VectorMemory _memory = new(new EmbedderDouble().ToEmbedder());

    public PassageFilterTests() => _memory.Store.Fill(
        Passage("a.md", "Acuerdo 9 de 2024 del SENA", new DateOnly(2024, 5, 1), "Formación", "etapa productiva"),
        Passage("b.md", "Ley 119 de 1994", new DateOnly(1994, 2, 9), "institución"),
        Passage("c.md", "Página del SENA", new DateOnly(2025, 6, 25), "formación"),
        Passage("d.md", source: null, asOf: null));

    public static TheoryData<PassageFilter, string[]> Filters => new()
    {
        { new PassageFilter(), ["a.md", "b.md", "c.md", "d.md"] },
        { new PassageFilter(Source: "sena"), ["a.md", "c.md"] },
        { new PassageFilter(Source: "PAGINA"), ["c.md"] },
        { new PassageFilter(Topics: ["formacion"]), ["a.md", "c.md"] },
        { new PassageFilter(Topics: ["institución", "Etapa Productiva"]), ["a.md", "b.md"] },
        { new PassageFilter(Topics: []), [] },
        { new PassageFilter(From: new DateOnly(2024, 5, 1)), ["a.md", "c.md"] },
        { new PassageFilter(To: new DateOnly(2024, 5, 1)), ["a.md", "b.md"] },
        { new PassageFilter(From: new DateOnly(2024, 5, 2), To: new DateOnly(2024, 12, 31)), [] },
        { new PassageFilter(Path: "d.md"), ["d.md"] },
        { new PassageFilter(Source: "sena", Topics: ["formacion"], From: new DateOnly(2025, 1, 1)), ["c.md"] },
        { new PassageFilter(Source: "' OR 1=1 --", Path: "%"), [] },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task SearchAsync_Filter_FindsOnlyWhatItLetsThrough(PassageFilter filter, string[] expected)
    {
        (await _memory.FindAsync("contrato", filter)).Should().BeEquivalentTo(expected, "by words alone");

        await _memory.RefreshAsync();

        (await _memory.FindAsync("contrato", filter)).Should().BeEquivalentTo(expected, "with vectors too");
        (await _memory.FindAsync("xilófono", filter)).Should().BeEquivalentTo(expected, "a filter holds for what only vectors find");
    }

    public void Dispose() => _memory.Dispose();

    private static Passage Passage(string path, string? source, DateOnly? asOf, params string[] topics)
    {
        var document = new DocumentInfo(path, path, source, asOf, topics);
        return new Passage(PassageId.Of(path, 0, path), document, [], 0, $"El contrato del documento {path}.");
    }
}
