using AzuSena.Support;

namespace AzuSena.Answering.Ranking;

public sealed class QuoteRankingTests
{
    [Fact]
    public void Of_NothingFound_IsEmpty() => QuoteRanking.Of("contrato", Samples.Search("contrato")).Should().BeEmpty();

    [Theory]
    [InlineData("¿Cómo se descarga el certificado?", "El centro abre temprano. El certificado se descarga en el portal. Hay deporte.",
        "El certificado se descarga en el portal.")]
    [InlineData("¿Cuánto dura el contrato?", "El contrato dura según el programa. El contrato dura 36 meses.", "El contrato dura 36 meses.")]
    [InlineData("¿Cuánto dura un tecnólogo?", "El tecnólogo pide bachillerato.\n## Cuánto dura un tecnólogo\nSon 27 meses en total.", "Son 27 meses en total.")]
    [InlineData("¿Qué es el Fondo Emprender?", "Al Fondo Emprender se presentan planes. El Fondo Emprender es una cuenta que financia empresas.",
        "El Fondo Emprender es una cuenta que financia empresas.")]
    [InlineData("¿Qué ley creó el SENA?", "El SENA se creó hace mucho. Al SENA lo creó el Decreto 118 de 1957.", "Al SENA lo creó el Decreto 118 de 1957.")]
    [InlineData("¿Qué requisitos piden para el contrato?", "El contrato pide poco.\nRequisitos para el contrato:\n- Ser mayor.\n- Tener empresa.",
        "Requisitos para el contrato:\n- Ser mayor.\n- Tener empresa.")]
    [InlineData("¿Cuánto cuesta la inscripción?", "La inscripción se hace en línea. La inscripción es gratuita.", "La inscripción es gratuita.")]
    public void Of_Passage_BeginsWithTheUnitThatAnswers(string question, string text, string best) =>
        QuoteRanking.Of(question, Samples.Search(question, Samples.Passage(text)))[0].Text.Should().Be(best);

    [Fact]
    public void Of_EqualUnits_PrefersTheBetterPassageAndTheEarlierPlace()
    {
        var ranked = QuoteRanking.Of(
            "contrato", Samples.Search("contrato", Samples.Passage("Contrato uno. Contrato dos."), Samples.Passage("Contrato tres.", path: "b.md")));

        ranked.Select(quote => quote.Text).Should().Equal("Contrato uno.", "Contrato dos.", "Contrato tres.");
        ranked.Should().BeInDescendingOrder(quote => quote.Score);
    }

    [Fact]
    public void Of_ManyPassages_ReadsTheFirstEight() =>
        QuoteRanking.Of("contrato", Samples.Search("contrato", [.. Enumerable.Range(0, 12).Select(i => Samples.Passage($"Contrato {i}.", position: i))]))
            .Select(quote => quote.Text).Should().BeEquivalentTo(Enumerable.Range(0, 8).Select(i => $"Contrato {i}."));

    [Fact]
    public void Of_Quotes_AreTheUnitsOfTheirPassage()
    {
        var passage = Samples.Passage("## Contrato\nUno. Dos.\nPiden:\n- Tres.\n- Cuatro.");

        var ranked = QuoteRanking.Of("contrato", Samples.Search("contrato", passage));

        ranked.Select(quote => quote.Position).Should().BeEquivalentTo([0, 1, 2]);
        foreach (var quote in ranked)
        {
            quote.Text.Should().Be(passage.Text[quote.Unit.Span]);
            quote.Hit.Passage.Should().Be(passage);
            quote.Score.Should().Be(QuoteModel.Score(quote.Features));
        }
    }
}
