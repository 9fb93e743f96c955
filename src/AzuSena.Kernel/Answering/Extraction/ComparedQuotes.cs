using AzuSena.Answering.Ranking;
using AzuSena.Questions;
using AzuSena.Spanish;

namespace AzuSena.Answering.Extraction;

/// <summary>Gives a comparison one quote for each side, unless one quote speaks of both.</summary>
internal static class ComparedQuotes
{
    // What ranks lower has too little to do with the question to stand for a side.
    private const double MaxDistance = 4;

    /// <summary>The quotes of each side, its best first; the quotes as they are if nothing is compared or a side has none.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="quotes">What can be quoted, best first.</param>
    public static IReadOnlyList<IReadOnlyList<RankedQuote>> Of(string question, IReadOnlyList<RankedQuote> quotes)
    {
        if (quotes.Count == 0 || ComparedSides.Of(question) is not { } sides)
        {
            return [quotes];
        }

        // What tells the sides apart: "técnico laboral" and "técnico profesional" share a word.
        var (first, second) = (Stems(sides.First), Stems(sides.Second));
        var (onlyFirst, onlySecond) = (first.Except(second).ToHashSet(StringComparer.Ordinal), second.Except(first).ToHashSet(StringComparer.Ordinal));
        if (onlyFirst.Count == 0 || onlySecond.Count == 0 || (Names(quotes[0], onlyFirst) && Names(quotes[0], onlySecond)))
        {
            return [quotes];
        }

        var near = quotes.TakeWhile(quote => quote.Score > quotes[0].Score - MaxDistance).ToList();
        var (one, other) = (near.Find(quote => IsOf(quote, onlyFirst, onlySecond)), near.Find(quote => IsOf(quote, onlySecond, onlyFirst)));
        return one is null || other is null || one == other ? [quotes] : [LedBy(one, quotes), LedBy(other, quotes)];
    }

    private static HashSet<string> Stems(string side) => SpanishAnalyzer.Stem(side).ToHashSet(StringComparer.Ordinal);

    private static bool Names(RankedQuote quote, HashSet<string> side) => side.All(quote.Stems.Contains);

    // The sentence of a side names it alone, or stands under its heading.
    private static bool IsOf(RankedQuote quote, HashSet<string> side, HashSet<string> other) =>
        !other.Overlaps(quote.Stems) && (Names(quote, side) || side.All(stem => quote.Piece.HeadingStems.Contains(stem) || quote.Place.Title.Contains(stem)));

    private static IReadOnlyList<RankedQuote> LedBy(RankedQuote lead, IReadOnlyList<RankedQuote> quotes) => [lead, .. quotes.Where(quote => quote != lead)];
}
