using AzuSena.Memory.Reading;
using AzuSena.Memory.Search;

namespace AzuSena.Answering.Ranking;

/// <summary>Ranks what can be quoted, with the reader's opinion of the quotes that rank first without it.</summary>
public sealed class QuoteReading(IPassageReader reader)
{
    // More change nothing (bench/reader).
    private const int MaxQuotes = 10;

    private const float LowestReading = -12;

    /// <summary>The units of the first hits, best first, and whether they were read.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="search">The search result.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async Task<(IReadOnlyList<RankedQuote> Quotes, ReadingOutcome Reading)> RankAsync(
        string question, SearchResult search, CancellationToken cancellationToken)
    {
        var quotes = QuoteRanking.Of(question, search);
        if (search.Rules is not null)
        {
            // The article that a question names is quoted whole.
            return (quotes, ReadingOutcome.NotNeeded);
        }

        var units = quotes.Take(MaxQuotes).Select(quote => new UnitToRead(quote.Hit.Passage, quote.Position)).ToArray();
        var reading = await reader.ReadAsync(question, units, cancellationToken);
        return (reading.Units.Count == 0 ? quotes : Ranked(quotes, reading), reading.Outcome);
    }

    private static IReadOnlyList<RankedQuote> Ranked(IReadOnlyList<RankedQuote> quotes, PassageReading reading)
    {
        var (best, worst) = (reading.Units.Values.Max(), reading.Units.Values.Min());
        return
        [
            .. quotes
                .Select(quote =>
                {
                    float? read = reading.Units.TryGetValue((quote.Hit.Passage.Id, quote.Position), out var logOdds) ? logOdds : null;
                    quote.Features.Set(QuoteFeature.Read, Math.Max(LowestReading, (read ?? worst) - best));
                    return quote with { Reading = read, Score = QuoteModel.Score(quote.Features, isRead: true) };
                })
                .OrderByDescending(quote => quote.Score)
        ];
    }
}
