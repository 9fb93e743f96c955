using AzuSena.Memory.Storage;
using AzuSena.Passages;
using AzuSena.Support;
using AzuSena.Testing;

namespace AzuSena.Memory.Search;

/// <summary>What was said around a question decides between passages that answer it alike, and no more.</summary>
public sealed class BackgroundSearchTests : IDisposable
{
    private static readonly Passage[] Passages =
    [
        Samples.Passage("El apoyo se pide al comenzar la etapa lectiva.", "Apoyo", "lectiva.md"),
        Samples.Passage("El apoyo se pide al comenzar la etapa práctica en la empresa patrocinadora.", "Apoyo", "practica.md"),
        Samples.Passage("La empresa patrocinadora elige al aprendiz en su ciudad.", "Empresa", "empresa.md"),
        Samples.Passage("La biblioteca presta libros por quince días.", "Biblioteca", "biblioteca.md"),
        Samples.Passage("El fondo entrega capital semilla.", "Fondo", "fondo.md"),
        Samples.Passage("Cada caso pide su carné.", "Carné", "carne.md"),
    ];

    private readonly TemporaryFolder _folder = new();
    private readonly PassageStore _store;
    private readonly PassageSearch _search;

    public BackgroundSearchTests()
    {
        _store = Stores.Open(_folder);
        _store.Fill(Passages);
        _search = Stores.Search(_store);
    }

    [Fact]
    public async Task SearchAsync_Story_FindsItsDocument()
    {
        (await Search("¿Cómo se pide el apoyo?")).Hits[0].Passage.Document.Path.Should().Be("lectiva.md");

        (await Search("¿Cómo se pide el apoyo?", "Ya estoy en la práctica, en una empresa patrocinadora"))
            .Hits[0].Passage.Document.Path.Should().Be("practica.md");
    }

    [Theory]
    [InlineData("La empresa patrocinadora de mi ciudad elige a otro aprendiz y la biblioteca no presta libros por quince días")]
    [InlineData("empresa patrocinadora ciudad aprendiz empresa patrocinadora ciudad aprendiz")]
    public async Task SearchAsync_LongStory_CannotOutweighTheQuestion(string story)
    {
        var alone = await Search("¿Cuánto capital semilla entrega el fondo?");
        var told = await Search("¿Cuánto capital semilla entrega el fondo?", story);

        told.Hits[0].Passage.Id.Should().Be(alone.Hits[0].Passage.Id);
        told.Terms.Should().Equal(alone.Terms);
        told.Background.Sum(term => term.Idf).Should().BeLessThanOrEqualTo((0.6 * told.Terms.Sum(term => term.Idf)) + 1e-9);
    }

    [Fact]
    public async Task SearchAsync_BackgroundTerm_WeighsLessThanOneOfTheQuestion()
    {
        var result = await Search("¿Cuánto capital semilla entrega el fondo?", "biblioteca");

        result.Background.Should().ContainSingle().Which.Should().Be(new QuestionTerm("bibliotec", 0.4 * Bm25.Idf(6, 1)));
    }

    [Fact]
    public async Task SearchAsync_Background_HasOnlyKnownWordsThatSaySomethingNew()
    {
        var result = await Search("¿Cuánto capital entrega el fondo?", "Tengo un xilófono, quiero el fondo y ahora dicen que la empresa tiene otra cosa");

        result.Background.Select(term => term.Stem).Should().Equal("empres");
        result.Corrections.Should().BeEmpty();
    }

    [Fact]
    public async Task SearchAsync_NoBackground_HasNoTermsOfIt() => (await Search("¿Cómo se pide el apoyo?")).Background.Should().BeEmpty();

    [Fact]
    public async Task SearchAsync_GeneralWord_WeighsLessThanAnother()
    {
        var terms = (await Search("caso capital")).Terms;

        terms.Should().Equal(new QuestionTerm("cas", 0.3 * Bm25.Idf(6, 1)), new QuestionTerm("capital", Bm25.Idf(6, 1)));
    }

    public void Dispose()
    {
        _search.Dispose();
        _folder.Dispose();
    }

    private Task<SearchResult> Search(string question, string? background = null) =>
        _search.SearchAsync(question, 5, CancellationToken.None, background: background);
}
