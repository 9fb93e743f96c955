using AzuSena.Memory.Search;
using AzuSena.Spanish.Legal;

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

        return [.. quotes.OrderByDescending(AskedPart(question)).ThenByDescending(quote => quote.Score)];
    }

    // Of an article that is asked for by its part ("parágrafo 2 del artículo 36"), that part goes first.
    private static Func<RankedQuote, bool> AskedPart(string question)
    {
        if (LegalSubdivision.Asked(question) is not { } part)
        {
            return _ => false;
        }

        var articles = RuleText.Asked(question).ConvertAll(asked => asked.Article);
        return quote => quote.Hit.Passage.Locator?.Rule is { } rule && articles.Contains(rule.Article, StringComparer.Ordinal)
            && quote.Unit.Parts.Any(span => part.IsStartOf(quote.Hit.Passage.Text[span]));
    }
}
