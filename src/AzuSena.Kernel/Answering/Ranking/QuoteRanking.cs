using AzuSena.Memory.Search;

namespace AzuSena.Answering.Ranking;

/// <summary>
/// The one ranking of what can be quoted, which evidence, answer and "more" use: every unit of the passages found, scored by <see cref="QuoteModel"/>.
/// </summary>
public static class QuoteRanking
{
    private const int MaxPassages = 8;

    /// <summary>The units of the first eight hits, best first.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="search">The search result.</param>
    public static IReadOnlyList<RankedQuote> Of(string question, SearchResult search)
    {
        var profile = new QuestionProfile(question, search);
        var quotes = new List<RankedQuote>();
        foreach (var hit in search.Hits.Take(MaxPassages))
        {
            var passage = QuotablePassages.Of(hit.Passage);
            quotes.AddRange(QuoteMeasurement.Of(profile, hit, passage)
                .Select((features, position) => new RankedQuote(hit, passage, position, features, QuoteModel.Score(features))));
        }

        return [.. quotes.OrderByDescending(quote => quote.Score)];
    }
}
