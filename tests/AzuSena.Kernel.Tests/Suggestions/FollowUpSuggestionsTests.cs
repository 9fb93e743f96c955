using AzuSena.Answers;
using AzuSena.Memory.Storage;
using AzuSena.Passages;
using AzuSena.Support;
using AzuSena.Testing;

namespace AzuSena.Suggestions;

public sealed class FollowUpSuggestionsTests : IDisposable
{
    private static readonly Passage First = Samples.Passage("El apoyo es dinero.\n## Cuánto pagan\nLa mitad.\n## Requisitos\nSer pobre.", "Apoyos", "a.md") with
    {
        Questions =
        [
            new SectionQuestions(null, ["¿Dan plata por estudiar?", "¿Hay subsidios?"]),
            new SectionQuestions("Cuánto pagan", ["¿De cuánto es la ayuda?", "¿Suben el valor cada enero?"]),
            new SectionQuestions("Requisitos", ["¿Quiénes la reciben?"]),
        ],
    };

    private static readonly Passage Second = Samples.Passage("En marzo.", "Apoyos", "a.md", position: 1, "Plazo") with
    {
        Questions = [new SectionQuestions("Plazo", ["¿Cuándo me apunto?"])],
    };

    private static readonly Passage Other = Samples.Passage("La biblioteca abre.", "Biblioteca", "b.md");

    private readonly TemporaryFolder _folder = new();
    private readonly PassageStore _store;

    public FollowUpSuggestionsTests()
    {
        _store = Stores.Open(_folder);
        _store.Fill(First, Second, Other);
    }

    [Fact]
    public void After_CitedSection_SuggestsItsNeighboursBeforeItself() =>
        After(Cite(First, "La mitad.")).Should().Equal("¿Quiénes la reciben?", "¿Dan plata por estudiar?", "¿Cuándo me apunto?");

    [Fact]
    public void After_FirstSection_SuggestsTheNextOnes() =>
        After(Cite(First, "El apoyo es dinero.")).Should().Equal("¿De cuánto es la ayuda?", "¿Quiénes la reciben?", "¿Suben el valor cada enero?");

    [Theory]
    [InlineData("¿Quiénes la reciben?")]
    [InlineData("quienes la reciben")]
    public void After_QuestionsAskedBefore_AreNotSuggestedAgain(string asked) =>
        After(Cite(Second, "En marzo."), asked).Should().Equal("¿De cuánto es la ayuda?", "¿Suben el valor cada enero?", "¿Cuándo me apunto?");

    [Fact]
    public void After_DocumentWithoutQuestions_SuggestsNone() => After(Cite(Other, "La biblioteca abre.")).Should().BeEmpty();

    [Fact]
    public void After_PassageThatIsGone_SuggestsNone() => After(Cite(Samples.Passage("Otro.", path: "c.md"), "Otro.")).Should().BeEmpty();

    public void Dispose() => _folder.Dispose();

    private IReadOnlyList<string> After(Citation citation, params string[] asked) => new FollowUpSuggestions(_store).After([citation], asked);

    private static Citation Cite(Passage passage, string quote)
    {
        var start = passage.Text.IndexOf(quote, StringComparison.Ordinal);
        return Citation.Of(1, passage, start, start + quote.Length);
    }
}
