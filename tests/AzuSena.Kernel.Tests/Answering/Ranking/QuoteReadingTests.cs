using AzuSena.Memory.Reading;
using AzuSena.Memory.Search;
using AzuSena.Support;

namespace AzuSena.Answering.Ranking;

public sealed class QuoteReadingTests
{
    private const string Question = "¿Cuánto dura el contrato?";

    private static readonly SearchResult Found = Samples.Search(
        Question, Samples.Passage("El contrato dura 36 meses. El contrato dura según el programa."), Samples.Passage("Hay deporte.", path: "b.md"));

    [Fact]
    public async Task Rank_NotRead_IsTheRankingWithoutIt()
    {
        var (quotes, outcome) = await RankAsync(Readers.None);

        outcome.Should().Be(ReadingOutcome.NotReady);
        quotes.Select(quote => (quote.Text, quote.Score)).Should().Equal(QuoteRanking.Of(Question, Found).Select(quote => (quote.Text, quote.Score)));
        quotes.Should().OnlyContain(quote => quote.Reading == null);
    }

    [Fact]
    public async Task Rank_ReaderIsSureOfALaterQuote_PutsItFirst()
    {
        var alike = Samples.Search("contrato", Samples.Passage("Contrato uno. Contrato dos. Contrato tres."));
        var reader = new QuoteReading(Readers.Of(text => text == "Contrato tres." ? 8 : -4));

        var (quotes, outcome) = await reader.RankAsync("contrato", alike, CancellationToken.None);

        outcome.Should().Be(ReadingOutcome.Read);
        quotes[0].Text.Should().Be("Contrato tres.");
        quotes[0].Reading.Should().Be(8);
        quotes.Should().BeInDescendingOrder(quote => quote.Score);
    }

    [Fact]
    public async Task Rank_QuoteThatWasNotRead_CountsAsTheLeastLikelyOfThoseThatWere()
    {
        var (quotes, _) = await RankAsync(Readers.Of(text => text.StartsWith("Hay", StringComparison.Ordinal) ? null : text.Contains("36") ? 3 : -1));

        quotes.Single(quote => quote.Text == "Hay deporte.").Features[QuoteFeature.Read].Should().Be(-4);
    }

    [Fact]
    public async Task Rank_QuestionThatNamesAnArticle_IsNotRead()
    {
        var search = Found with { Rules = new RuleLookup([], [], IsText: true) };

        var (_, outcome) = await new QuoteReading(Readers.Of(_ => throw new InvalidOperationException())).RankAsync(Question, search, CancellationToken.None);

        outcome.Should().Be(ReadingOutcome.NotNeeded);
    }

    private static Task<(IReadOnlyList<RankedQuote> Quotes, ReadingOutcome Reading)> RankAsync(QuoteReading reading) =>
        reading.RankAsync(Question, Found, CancellationToken.None);

    private static Task<(IReadOnlyList<RankedQuote> Quotes, ReadingOutcome Reading)> RankAsync(IPassageReader reader) => RankAsync(new QuoteReading(reader));
}
