using AzuSena.Answering.Ranking;
using AzuSena.Memory.Search;
using AzuSena.Passages;

namespace AzuSena.Support;

/// <summary>Rankings of what can be quoted, with scores that the test chooses.</summary>
internal static class Quotes
{
    /// <summary>The units of some passages, best first.</summary>
    /// <param name="passages">Each passage with the scores of its units, in order; a unit without a score is far behind.</param>
    public static List<RankedQuote> Of(params (Passage Passage, double[] Scores)[] passages)
    {
        var quotes = new List<RankedQuote>();
        foreach (var (passage, scores) in passages)
        {
            var (hit, place) = (new PassageHit(passage, 1, 1), new QuotablePassage(passage));
            quotes.AddRange(place.Units.Select((_, i) => new RankedQuote(hit, place, i, new QuoteFeatures(), scores.ElementAtOrDefault(i, -100))));
        }

        return [.. quotes.OrderByDescending(quote => quote.Score)];
    }

    /// <summary>The units of a text.</summary>
    public static List<RankedQuote> Of(string text, params double[] scores) => Of((Samples.Passage(text), scores));

    /// <summary>A sentence of this many words that shares none with another of another name.</summary>
    public static string Sentence(string name, int words) =>
        $"{char.ToUpperInvariant(name[0])}{name[1..]}{string.Concat(Enumerable.Range(1, words - 1).Select(i => $" {name}{i}"))}.";

    private static double ElementAtOrDefault(this double[] scores, int index, double other) => index < scores.Length ? scores[index] : other;
}
