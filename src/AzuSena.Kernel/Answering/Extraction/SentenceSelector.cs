using AzuSena.Memory.Search;
using AzuSena.Spanish;

namespace AzuSena.Answering.Extraction;

/// <summary>A quotable unit with its ranking.</summary>
/// <param name="HitIndex">The index of the passage among the hits, from 0.</param>
/// <param name="Position">The index among the passage's quotable units, from 0.</param>
/// <param name="Unit">The quotable unit.</param>
/// <param name="Stems">Its distinct stems.</param>
/// <param name="Coverage">Share of the question's idf mass that the unit alone contains, 0 to 1.</param>
/// <param name="ContextCoverage">Share of the question's idf mass that the unit, its neighbours and its place (title and headings) contain, 0 to 1.</param>
/// <param name="Score">The ranking score.</param>
public sealed record RankedSentence(
    int HitIndex, int Position, PassageUnit Unit, IReadOnlySet<string> Stems, double Coverage, double ContextCoverage, double Score);

/// <summary>
/// Ranks the sentences of the best passages by the share of the question that they contain, each word weighted by its rarity, and by whether they contain the
/// expected kind of answer.
/// </summary>
public static class SentenceSelector
{
    private const int MaxPassages = 5;
    private const int MaxSentences = 6;
    private const double ContextWeight = 0.3;
    private const double HeadingWeight = 0.3;
    private const double WrongTypeFactor = 0.7;

    // Among sentences with equal coverage, the earlier one is usually more general.
    private const double LossPerPosition = 0.01;
    private const int LastPosition = 10;

    // Below this share of the best score a sentence is more likely to distract than to help.
    private const double MinShareOfBest = 0.3;

    // Two sentences that share more than this of their words are considered duplicates.
    private const double MaxOverlap = 0.7;

    /// <summary>Up to six sentences that together form an answer, best first.</summary>
    public static List<RankedSentence> Choose(string question, SearchResult search)
    {
        var chosen = new List<RankedSentence>();
        foreach (var sentence in Rank(question, search))
        {
            if (chosen.Count == MaxSentences || (chosen.Count > 0 && sentence.Score < chosen[0].Score * MinShareOfBest))
            {
                break;
            }

            if (chosen.TrueForAll(other => Overlap(other.Stems, sentence.Stems) <= MaxOverlap) && (chosen.Count == 0 || IsClear(sentence)))
            {
                chosen.Add(sentence);
            }
        }

        return chosen;

        // "Por esa razón…" is meaningless without the sentence before it.
        bool IsClear(RankedSentence sentence) =>
            !BackReference.IsAtStartOf(search.Hits[sentence.HitIndex].Passage.Text[sentence.Unit.Span])
            || chosen.Exists(other => other.HitIndex == sentence.HitIndex && other.Position == sentence.Position - 1);
    }

    /// <summary>The sentences of the first five hits, best first.</summary>
    public static List<RankedSentence> Rank(string question, SearchResult search)
    {
        var idf = search.Terms.ToDictionary(term => term.Stem, term => term.Idf, StringComparer.Ordinal);
        var mass = Math.Max(idf.Values.Sum(), double.Epsilon);
        var type = AnswerTypes.Expected(question);
        return search.Hits
            .Take(MaxPassages)
            .SelectMany((hit, index) => RankPassage(hit, index))
            .OrderByDescending(sentence => sentence.Score)
            .ToList();

        IEnumerable<RankedSentence> RankPassage(PassageHit hit, int index)
        {
            var text = hit.Passage.Text;
            var units = PassageUnits.Split(text);
            var stems = units.ConvertAll(
                unit => unit.Parts.Select(part => SpanishAnalyzer.Stem(text.AsSpan()[part]).ToHashSet(StringComparer.Ordinal)).ToArray());
            var place = SpanishAnalyzer.Stem(hit.Passage.Place);
            var lastHeading = hit.Passage.HeadingPath is [.., var last] ? last : hit.Passage.Document.Title;
            for (var i = 0; i < units.Count; i++)
            {
                var context = stems[i].SelectMany(part => part).Concat(place);
                context = i > 0 ? context.Concat(stems[i - 1][^1]) : context;
                context = i + 1 < units.Count ? context.Concat(stems[i + 1][0]) : context;
                var heading = SpanishAnalyzer.Stem(units[i].Heading ?? lastHeading);
                var contextCoverage = Coverage(context.Concat(heading));
                var own = OwnCoverage(stems[i]);
                var coverage = own + (ContextWeight * contextCoverage) + (HeadingWeight * Coverage(heading));
                var typeFactor = type.IsIn(text[units[i].Span]) ? 1 : WrongTypeFactor;
                var placeFactor = 1 - (LossPerPosition * Math.Min(i, LastPosition));
                var score = coverage * hit.Score * typeFactor * placeFactor;
                yield return new RankedSentence(
                    index, i, units[i], stems[i].SelectMany(part => part).ToHashSet(StringComparer.Ordinal), own, contextCoverage, score);
            }
        }

        // A list counts as its lead-in with its best item; otherwise long lists would always win.
        double OwnCoverage(HashSet<string>[] parts) => parts.Skip(1).Select(item => Coverage(parts[0].Concat(item))).DefaultIfEmpty(Coverage(parts[0])).Max();

        double Coverage(IEnumerable<string> stems) => stems.Distinct(StringComparer.Ordinal).Sum(stem => idf.GetValueOrDefault(stem)) / mass;
    }

    private static double Overlap(IReadOnlySet<string> a, IReadOnlySet<string> b) =>
        a.Count(b.Contains) / (double)Math.Max(1, Math.Min(a.Count, b.Count));
}
