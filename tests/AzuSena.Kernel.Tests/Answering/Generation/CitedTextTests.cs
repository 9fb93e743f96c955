using AzuSena.Support;

namespace AzuSena.Answering.Generation;

public sealed class CitedTextTests
{
    [Fact]
    public void Take_Mark_CitesTheSentenceThatSupportsIt()
    {
        var pieces = Pieces("La empresa paga un apoyo mensual [1].", Samples.Passage("El contrato dura tres años. La empresa paga cada mes un apoyo."));

        Text(pieces).Should().Be("La empresa paga un apoyo mensual [1].");
        pieces.Select(piece => piece.Citation).OfType<Citation>().Single().Should().BeEquivalentTo(new { Number = 1, Quote = "La empresa paga cada mes un apoyo.", Start = 28 });
    }

    [Theory]
    [InlineData("Sin apoyo [2].", "Sin apoyo.")]
    [InlineData("Sin apoyo [0][7].", "Sin apoyo.")]
    [InlineData("A medias [1, 9].", "A medias [1].")]
    [InlineData("Dos veces [1, 1].", "Dos veces [1].")]
    public void Take_NumberThatNamesNoPassage_IsDropped(string text, string shown) => Text(Pieces(text, Samples.Passage("Algo."))).Should().Be(shown);

    [Fact]
    public void Take_PassageWithoutASentence_IsCitedWhole() =>
        Pieces("Algo [1]", Samples.Passage("## Solo un título")).Last().Citation!.Quote.Should().Be("## Solo un título");

    [Fact]
    public void Take_TwoMarksTogether_AreAboutTheSameSentence()
    {
        var pieces = Pieces("La biblioteca presta libros [1][2].", Samples.Passage("Hay deporte. La biblioteca presta libros."), Samples.Passage("Los libros son de la biblioteca. Hay cultura.", position: 1));

        pieces.Select(piece => piece.Citation).OfType<Citation>().Select(citation => citation.Quote)
            .Should().Equal("La biblioteca presta libros.", "Los libros son de la biblioteca.");
    }

    private static string Text(IEnumerable<AnswerPiece> pieces) => string.Concat(pieces.Select(piece => piece.Text));

    private static List<AnswerPiece> Pieces(string text, params AzuSena.Memory.Passage[] passages)
    {
        var cited = new CitedText(passages);
        return [.. cited.Take(text).ToList(), .. cited.End()];
    }
}
