using AzuSena.Answering.Ranking;
using AzuSena.Support;

namespace AzuSena.Answering.Extraction;

public sealed class QuoteSelectionTests
{
    // What an answer may be at most; the selection stays a little below.
    private const int MaxWords = 130;
    private const int MaxWordsWithList = 160;

    [Fact]
    public void Of_NothingFound_IsEmpty()
    {
        var selection = QuoteSelection.Of([], []);

        selection.Lead.Should().BeEmpty();
        selection.Rest.Should().BeEmpty();
        selection.More.Should().BeEmpty();
    }

    [Fact]
    public void Lead_BestQuote_StandsAlone()
    {
        var selection = QuoteSelection.Of(Quotes.Of("El centro abre temprano. El certificado se descarga gratis. La cédula se muestra.", 1, 3, 2));

        Texts(selection.Lead).Should().Equal("El certificado se descarga gratis.");
    }

    [Fact]
    public void Lead_QuoteThatRefersBack_BringsWhatItNeeds()
    {
        var selection = QuoteSelection.Of(Quotes.Of("Nada de esto. El contrato no es laboral. Por eso no hay prima. Además, dura poco.", 0, 0, 0, 5));

        Texts(selection.Lead).Should().Equal("El contrato no es laboral.", "Por eso no hay prima.", "Además, dura poco.");
    }

    [Fact]
    public void Lead_FirstQuoteOfAPassageThatRefersBack_StandsAlone() =>
        Texts(QuoteSelection.Of(Quotes.Of("Por eso no hay prima. Otra cosa va aquí.", 5, 0)).Lead).Should().Equal("Por eso no hay prima.");

    [Fact]
    public void Lead_SeveralParts_HasTheBestOfEach()
    {
        var first = Quotes.Of((Samples.Passage("El SENA es una entidad."), [3]), (Samples.Passage("Hay 33 regionales.", path: "b.md"), [1]));
        var second = Quotes.Of((Samples.Passage("Hay 33 regionales.", path: "b.md"), [9]), (Samples.Passage("El SENA es una entidad."), [2]));

        var selection = QuoteSelection.Of(first, second);

        Texts(selection.Lead).Should().Equal("El SENA es una entidad.", "Hay 33 regionales.");
        selection.Rest.Should().BeEmpty();
    }

    [Fact]
    public void Lead_PartsWithTheSameAnswer_SayItOnce()
    {
        var quotes = Quotes.Of("El SENA es una entidad.", 3);

        Texts(QuoteSelection.Of(quotes, quotes).Lead).Should().Equal("El SENA es una entidad.");
    }

    [Fact]
    public void Rest_ManyGoodSentences_StaysShort()
    {
        var text = string.Join('\n', Enumerable.Range(0, 30).Select(i => Quotes.Sentence($"palabra{(char)('a' + i)}", 15)));

        var selection = QuoteSelection.Of(Quotes.Of(text, [.. Enumerable.Range(0, 30).Select(i => 5 - (i * 0.01))]));

        Words(selection).Should().BeInRange(100, MaxWords);
    }

    [Fact]
    public void Rest_SentenceThatDoesNotFit_LeavesRoomForAShorterOne()
    {
        var (lead, longer, shorter) = (Quotes.Sentence("uno", 80), Quotes.Sentence("dos", 60), Quotes.Sentence("tres", 30));

        Texts(QuoteSelection.Of(Quotes.Of($"{lead}\n{longer}\n{shorter}", 5, 4, 3)).Rest).Should().Equal(shorter);
    }

    [Fact]
    public void Rest_SentencesFarBehindTheLead_AreLeftOut() =>
        QuoteSelection.Of(Quotes.Of("El contrato dura dos años.\n## Deporte\nHay cultura.", 9, 0)).Rest.Should().BeEmpty();

    [Fact]
    public void Rest_List_IsWholeAndMayBeLonger()
    {
        var list = $"Piden:\n{string.Join('\n', Enumerable.Range(0, 10).Select(i => $"- {Quotes.Sentence($"item{(char)('a' + i)}", 8)}"))}";

        var selection = QuoteSelection.Of(Quotes.Of($"{Quotes.Sentence("uno", 60)}\n{list}", 5, 4));

        Texts(selection.Rest).Should().Equal(list);
        Words(selection).Should().BeInRange(MaxWords, MaxWordsWithList);
    }

    [Fact]
    public void Lead_LongList_IsNotCut()
    {
        var list = $"Piden:\n{string.Join('\n', Enumerable.Range(0, 30).Select(i => $"- {Quotes.Sentence($"item{(char)('a' + i)}", 10)}"))}";

        var selection = QuoteSelection.Of(Quotes.Of($"{list}\nOtra cosa va aquí.", 5, 4));

        Texts(selection.Lead).Should().Equal(list);
        selection.Rest.Should().BeEmpty();
    }

    [Fact]
    public void Rest_NearDuplicate_IsSaidOnce()
    {
        var selection = QuoteSelection.Of(Quotes.Of(
            (Samples.Passage("El contrato lo firma la empresa patrocinadora."), [5]),
            (Samples.Passage("La empresa patrocinadora firma el contrato.", path: "b.md"), [4])));

        selection.Rest.Should().BeEmpty();
        selection.More.Should().BeEmpty();
    }

    [Fact]
    public void Rest_SentenceThatRefersBack_FollowsWhatItNeedsOrStaysOut()
    {
        const string Needed = "El contrato dura dos años. Por eso la empresa lo guarda.";
        const string Apart = "El contrato dura dos años. Hay cultura y deporte. Por eso la empresa lo guarda.";

        Texts(QuoteSelection.Of(Quotes.Of(Needed, 5, 4)).Rest).Should().Equal("Por eso la empresa lo guarda.");
        QuoteSelection.Of(Quotes.Of(Apart, 5, -50, 4)).Rest.Should().BeEmpty();
    }

    [Fact]
    public void Rest_OwnParagraphThenOwnSection_PrecedeOthers()
    {
        var long1 = Quotes.Sentence("parrafo", 60);
        var selection = QuoteSelection.Of(Quotes.Of(
            (Samples.Passage($"El contrato dura dos años. {long1}"), [5, 3]), (Samples.Passage(Quotes.Sentence("ajena", 90), path: "b.md"), [4.9])));

        Texts(selection.Rest).Should().Equal(long1);
    }

    [Fact]
    public void Rest_SeveralPassages_AreTheLeadsFirstAndInEachTheBest()
    {
        var own = Samples.Passage("Antes va uno propio.\nEl contrato dura dos años.\nLuego otro distinto.");
        var other = Samples.Passage("Ajena primera cosa.\nAjeno segundo asunto.", path: "b.md");

        var selection = QuoteSelection.Of(Quotes.Of((own, [3, 5, -90]), (other, [4.8, 4.9])));

        Texts(selection.Lead.Concat(selection.Rest)).Should().Equal(
            "El contrato dura dos años.", "Antes va uno propio.", "Ajeno segundo asunto.", "Ajena primera cosa.");
    }

    [Fact]
    public void Rest_ParagraphOfTheLead_GoesOnInItsOrder() => Texts(QuoteSelection.Of(Quotes.Of(
        "El contrato dura dos años. Primero pasa algo. Segundo viene lo otro.\nAparte queda el final.", 5, 3, 4, 4.9)).Rest).Should().Equal(
        "Primero pasa algo.", "Segundo viene lo otro.", "Aparte queda el final.");

    [Fact]
    public void Rest_OtherPassageMuchWorseThanTheLead_IsLeftOut() => QuoteSelection.Of(Quotes.Of(
        (Samples.Passage("El contrato dura dos años."), [5]), (Samples.Passage("Otra cosa va aquí.", path: "b.md"), [3]))).Rest.Should().BeEmpty();

    [Fact]
    public void Rest_LeadThatIsNotTheBest_LetsNoFarQuotesIn()
    {
        // What denies a premise leads, whatever its rank.
        var quotes = Quotes.Of(
            (Samples.Passage("La matrícula es gratuita."), [2]), (Samples.Passage("Otra cosa va aquí.", path: "b.md"), [9]),
            (Samples.Passage("Queda esto aparte.", path: "c.md"), [3]));

        Texts(QuoteSelection.Of([quotes[2], .. quotes]).Rest).Should().NotContain("Queda esto aparte.");
    }

    [Fact]
    public void More_WhatElseWasFound_IsOneOfEachSectionAndNothingSaid()
    {
        var text = $"""
            {Quotes.Sentence("lead", 120)}
            ## Dos
            Segunda sección cuenta cosas. Segunda otra vez distinto asunto.
            ## Tres
            Tercera parte habla aparte. Por eso depende.
            """.ReplaceLineEndings("\n");

        var selection = QuoteSelection.Of(Quotes.Of(text, 9, 8, 7, 6, 8.5));

        Texts(selection.More).Should().Equal("Segunda sección cuenta cosas.", "Tercera parte habla aparte.");
        selection.More.Should().NotIntersectWith(selection.Lead.Concat(selection.Rest));
    }

    [Fact]
    public void More_ManySections_AreTheBestFour()
    {
        var sections = string.Join('\n', Enumerable.Range(0, 9).Select(i => $"## Sección {i}\n{Quotes.Sentence($"tema{(char)('a' + i)}", 5)}"));

        QuoteSelection.Of(Quotes.Of($"{Quotes.Sentence("lead", 121)}\n{sections}", 9, 1, 2, 3, 4, 5, 6, 7, 8)).More.Should().HaveCount(4)
            .And.BeInDescendingOrder(quote => quote.Score);
    }

    private static IEnumerable<string> Texts(IEnumerable<RankedQuote> quotes) => quotes.Select(quote => quote.Text);

    private static int Words(QuoteSelection selection) => Texts(selection.Lead.Concat(selection.Rest))
        .Sum(text => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length);
}
