using AzuSena.Answering.Ranking;
using AzuSena.Answers;
using AzuSena.Memory.Search;
using AzuSena.Spanish;

namespace AzuSena.Answering.Generation.Contract;

/// <summary>Quotes what was found but not used: of each passage that a reply does not cite, the sentence that ranks highest.</summary>
internal static class FurtherFinds
{
    private const int MaxQuotes = 3;
    private const int MinWords = 5;

    // What ranks much lower than the best, or shares less than half of the question's words, has too little to do with it.
    private const double MaxDistance = 5;

    /// <summary>The quotes, best first, numbered as in the prompt.</summary>
    /// <param name="parts">What the question asks, with its quotes.</param>
    /// <param name="hits">What was found.</param>
    /// <param name="used">The numbers of the passages that the reply cites, from 1.</param>
    public static IReadOnlyList<Citation> Of(IReadOnlyList<AskedPart> parts, IReadOnlyList<PassageHit> hits, IReadOnlySet<int> used)
    {
        var numbers = hits.Index().ToDictionary(hit => hit.Item.Passage.Id, hit => hit.Index + 1, StringComparer.Ordinal);
        return
        [
            .. parts.SelectMany(Near)
                .Where(quote => numbers.TryGetValue(quote.Hit.Passage.Id, out var number) && !used.Contains(number))
                .Where(quote => !quote.Unit.IsList && !quote.Piece.RefersBack && SpanishAnalyzer.Words(quote.Text).Count >= MinWords)
                .DistinctBy(quote => quote.Hit.Passage.Id)
                .Take(MaxQuotes)
                .Select(quote => quote.Cite(numbers[quote.Hit.Passage.Id]))
        ];
    }

    private static IEnumerable<RankedQuote> Near(AskedPart part)
    {
        var asked = SpanishAnalyzer.Stem(part.Question).ToHashSet(StringComparer.Ordinal);
        return part.Quotes
            .TakeWhile(quote => quote.Score > part.Quotes[0].Score - MaxDistance)
            .Where(quote => 2 * quote.Stems.Count(asked.Contains) >= asked.Count);
    }
}
