using AzuSena.Memory.Search;

namespace AzuSena.Answering.Extraction;

/// <summary>
/// Selects the text to quote: the best sentences with the rest of their paragraphs, since an isolated sentence reads badly and is often incomplete; and, if
/// several things are asked for, the two best lists. The best passage comes first, each passage's sentences in their original order.
/// </summary>
internal static class Quotation
{
    private const int MaxUnits = 12;

    // The question's words occur in a list's lead-in more often than in its items, so the second best list may be the right one.
    private const int MaxLists = 2;

    /// <summary>The units to quote, grouped by passage.</summary>
    public static List<(int HitIndex, List<PassageUnit> Units)> Of(string question, SearchResult search)
    {
        var chosen = SentenceSelector.Choose(question, search);
        var quoted = chosen.Select(sentence => (sentence.HitIndex, sentence.Unit)).ToList();
        if (chosen.Count > 0 && AnswerTypes.AsksForSeveral(question))
        {
            foreach (var list in SentenceSelector.Rank(question, search).Where(sentence => sentence.Unit.IsList).Take(MaxLists))
            {
                Add([list.Unit], list.HitIndex);
            }
        }

        foreach (var sentence in chosen.Where(sentence => !sentence.Unit.IsList))
        {
            var text = search.Hits[sentence.HitIndex].Passage.Text;
            Add(Neighbours(sentence.HitIndex).Where(unit => !unit.IsList && IsSameParagraph(text, unit, sentence.Unit)), sentence.HitIndex);
        }

        return quoted
            .GroupBy(unit => unit.HitIndex)
            .Select(passage => (passage.Key, passage.Select(unit => unit.Unit).OrderBy(unit => unit.Span.Start.Value).ToList()))
            .ToList();

        List<PassageUnit> Neighbours(int hit) => PassageUnits.Split(search.Hits[hit].Passage.Text);

        void Add(IEnumerable<PassageUnit> units, int hit) =>
            quoted.AddRange(
                units.Where(unit => !quoted.Exists(other => other.HitIndex == hit && other.Unit.Span.Equals(unit.Span)))
                    .Take(Math.Max(0, MaxUnits - quoted.Count))
                    .Select(unit => (hit, unit))
                    .ToList());
    }

    private static bool IsSameParagraph(string text, PassageUnit a, PassageUnit b)
    {
        var (first, second) = a.Span.Start.Value < b.Span.Start.Value ? (a, b) : (b, a);
        return first.Span.Equals(second.Span) || !text[first.Span.End..second.Span.Start].Contains('\n');
    }
}
