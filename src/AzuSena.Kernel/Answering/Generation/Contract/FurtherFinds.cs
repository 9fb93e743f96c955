using AzuSena.Answers;
using AzuSena.Memory.Search;
using AzuSena.Spanish;

namespace AzuSena.Answering.Generation.Contract;

/// <summary>Quotes what was found but not used: of each passage that a reply does not cite, the sentence closest to the question.</summary>
internal static class FurtherFinds
{
    private const int MaxQuotes = 3;
    private const int MinWords = 5;

    /// <summary>The quotes, best passage first, numbered as in the prompt.</summary>
    /// <param name="question">The question.</param>
    /// <param name="hits">What was found.</param>
    /// <param name="used">The numbers of the passages that the reply cites, from 1.</param>
    public static IReadOnlyList<Citation> Of(string question, IReadOnlyList<PassageHit> hits, IReadOnlySet<int> used)
    {
        var asked = SpanishAnalyzer.Stem(question).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. hits.Index()
                .Where(hit => !used.Contains(hit.Index + 1))
                .Select(hit => Best(asked, hit.Index + 1, hit.Item))
                .OfType<Citation>()
                .Take(MaxQuotes)
        ];
    }

    private static Citation? Best(HashSet<string> asked, int number, PassageHit hit)
    {
        var passage = hit.Passage;
        var best = PassageUnits.Split(passage.Text)
            .Where(unit => !unit.IsList && SpanishAnalyzer.Words(passage.Text[unit.Span]).Count >= MinWords)
            .Select(unit => (unit.Span, Shared: SpanishAnalyzer.Stem(passage.Text[unit.Span]).Distinct(StringComparer.Ordinal).Count(asked.Contains)))
            .Where(unit => 2 * unit.Shared >= asked.Count)
            .DefaultIfEmpty((Span: default, Shared: 0))
            .MaxBy(unit => unit.Shared);
        if (best.Shared == 0)
        {
            return null;
        }

        var (start, length) = best.Span.GetOffsetAndLength(passage.Text.Length);
        return Citation.Of(number, passage, start, start + length);
    }
}
