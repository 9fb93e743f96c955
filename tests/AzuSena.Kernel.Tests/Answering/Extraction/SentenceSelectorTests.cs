using AzuSena.Support;

namespace AzuSena.Answering.Extraction;

public sealed class SentenceSelectorTests
{
    [Fact]
    public void Choose_NothingFound_IsNothing() => SentenceSelector.Choose("contrato", Samples.Search("contrato")).Should().BeEmpty();

    [Fact]
    public void Choose_SentenceWithTheQuestionsWords_ComesFirst() =>
        Chosen("¿Cómo se descarga el certificado?", "El centro abre temprano. El certificado se descarga por internet. Hay deporte.")[0]
            .Should().Be("El certificado se descarga por internet.");

    [Fact]
    public void Choose_ManyGoodSentences_TakesSix() =>
        Chosen("contrato", string.Join(' ', "uno dos tres cuatro cinco seis siete".Split(' ').Select(word => $"Contrato {word} {word}abc {word}xyz.")),
            "Contrato final propio distinto.")
            .Should().HaveCount(6);

    [Fact]
    public void Choose_NearDuplicates_TakesOne() =>
        Chosen("contrato de empresa", "El contrato lo firma la empresa patrocinadora.", "La empresa patrocinadora firma el contrato.")
            .Should().Equal("El contrato lo firma la empresa patrocinadora.");

    [Fact]
    public void Choose_WeakSentences_AreLeftOut() =>
        Chosen("contrato de aprendizaje en la empresa", "El contrato de aprendizaje se firma en la empresa. Hay deporte y cultura.").Should().ContainSingle();

    [Fact]
    public void Choose_QuestionForANumber_PrefersASentenceWithOne() =>
        Chosen("¿Cuánto dura el contrato?", "El contrato dura según el programa. El contrato dura 36 meses.")[0].Should().Be("El contrato dura 36 meses.");

    [Fact]
    public void Choose_SentenceUnderAHeadingThatAsksTheSame_IsPreferred() =>
        Chosen("¿Cuánto dura un tecnólogo?", "El tecnólogo dura más.\n## Cuánto dura un tecnólogo\nEl tecnólogo toma 27 meses.")[0]
            .Should().Be("El tecnólogo toma 27 meses.");

    [Fact]
    public void Choose_SentenceThatLeansOnAnother_IsTakenOnlyBehindIt()
    {
        Chosen("contrato empresa", "El contrato lo firma la empresa. Hay cultura. Por eso la empresa guarda el contrato.").Should().ContainSingle();
        Chosen("contrato empresa", "El contrato lo firma la empresa. Por eso la empresa guarda el contrato.").Should().HaveCount(2);
    }

    [Fact]
    public void Rank_List_CountsAsItsLeadInWithItsBestItem()
    {
        const string Question = "contrato empresa aprendiz";
        var list = SentenceSelector.Rank(Question, Samples.Search(Question, Samples.Passage("El contrato pide:\n- Una empresa.\n- Un aprendiz."))).Single();
        var whole = SentenceSelector.Rank(Question, Samples.Search(Question, Samples.Passage("El contrato pide una empresa y un aprendiz."))).Single();

        list.Score.Should().BeLessThan(whole.Score);
        list.ContextCoverage.Should().Be(1);
    }

    [Fact]
    public void Rank_EqualSentences_PrefersBetterPassageAndEarlierPlace()
    {
        var ranked = SentenceSelector.Rank(
            "contrato", Samples.Search("contrato", Samples.Passage("Contrato uno. Contrato dos."), Samples.Passage("Contrato tres.", position: 1)));

        ranked.Select(sentence => (sentence.HitIndex, sentence.Unit.Span.Start.Value)).Should().Equal((0, 0), (0, 14), (1, 0));
        ranked.Should().BeInDescendingOrder(sentence => sentence.Score);
    }

    [Fact]
    public void Rank_ManyPassages_ReadsTheFirstFive() =>
        SentenceSelector.Rank("contrato", Samples.Search("contrato", [.. Enumerable.Range(0, 8).Select(i => Samples.Passage("Contrato.", position: i))]))
            .Select(sentence => sentence.HitIndex).Should().Equal(0, 1, 2, 3, 4);

    [Fact]
    public void Rank_WordsOfPlaceAndNeighbours_CountAsContext()
    {
        const string Question = "duración del contrato con empresa";

        var ranked = SentenceSelector.Rank(
            Question, Samples.Search(Question, Samples.Passage("Habla la empresa. Es larga.", "Contrato", headings: "Duración")));

        ranked.Should().HaveCount(2).And.OnlyContain(sentence => sentence.ContextCoverage == 1);
    }

    private static List<string> Chosen(string question, params string[] texts)
    {
        var search = Samples.Search(question, [.. texts.Select((text, i) => Samples.Passage(text, position: i))]);
        return SentenceSelector.Choose(question, search).ConvertAll(sentence => search.Hits[sentence.HitIndex].Passage.Text[sentence.Unit.Span]);
    }
}
