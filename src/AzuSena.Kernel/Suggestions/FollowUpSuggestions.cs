using AzuSena.Answers;
using AzuSena.Errors;
using AzuSena.Memory.Storage;
using AzuSena.Passages;
using AzuSena.Spanish;

namespace AzuSena.Suggestions;

/// <summary>
/// What to ask after an answer: the questions that its documents list for the sections next to the cited ones and, last, for the cited ones themselves, whose
/// questions are mostly the one just asked in other words. Safe for concurrent use.
/// </summary>
public sealed class FollowUpSuggestions(PassageStore store)
{
    private const int Max = 3;
    private const int MaxDistance = 2;

    // Two questions with more common terms are the same.
    private const double MaxSimilarity = 0.6;

    /// <summary>Up to three questions, the nearest first.</summary>
    /// <param name="citations">The citations of the answer.</param>
    /// <param name="asked">The questions of the conversation so far, which are not suggested again.</param>
    public IReadOnlyList<string> After(IReadOnlyList<Citation> citations, IEnumerable<string> asked)
    {
        try
        {
            using var snapshot = store.Read();
            return Choose([.. citations.SelectMany(citation => Near(citation, snapshot)).OrderBy(section => section.IsCited)], asked);
        }
        catch (AzuSenaException)
        {
            // An answer is complete without them.
            return [];
        }
    }

    private static IEnumerable<Section> Near(Citation citation, StoreSnapshot snapshot)
    {
        if (snapshot.Find(citation.PassageId) is not { } passage)
        {
            return [];
        }

        var sections = snapshot.AskedPassagesOf(passage.Document.Path).SelectMany(SectionsOf).ToList();
        var at = sections.FindLastIndex(section => section.Position.CompareTo((passage.Position, citation.Start)) <= 0);
        var isCited = at >= 0 && sections[at].Position == (passage.Position, StartOfSection(passage.Text, citation.Start));
        return sections
            .Select((section, i) => (
                Section: section with { IsCited = isCited && i == at },
                Distance: i > at ? i - at : at - i + (isCited ? 0 : 1),
                IsBefore: i <= at))
            .Where(near => near.Distance <= MaxDistance)
            .OrderBy(near => near.Distance)
            .ThenBy(near => near.IsBefore)
            .Select(near => near.Section);
    }

    // One question of each section before a second one of any.
    private static List<string> Choose(IReadOnlyList<Section> sections, IEnumerable<string> asked)
    {
        var known = asked.Select(Stems).ToList();
        var chosen = new List<string>();
        var questions = sections.DistinctBy(section => (section.Path, section.Position))
            .SelectMany((section, place) => section.Questions.Select((question, round) => (question, place, round, section.IsCited)))
            .OrderBy(it => it.IsCited).ThenBy(it => it.round).ThenBy(it => it.place);
        foreach (var question in questions.Select(it => it.question))
        {
            var stems = Stems(question);
            if (chosen.Count < Max && known.TrueForAll(other => Similarity(stems, other) <= MaxSimilarity))
            {
                chosen.Add(question);
                known.Add(stems);
            }
        }

        return chosen;
    }

    private static IEnumerable<Section> SectionsOf(Passage passage) => passage.Questions.Select(section => new Section(
        passage.Document.Path, (passage.Position, section.Heading is { } heading ? StartOf(passage.Text, heading) : 0), section.Questions));

    // 0 if the heading stands above the passage.
    private static int StartOf(string text, string heading)
    {
        var line = PassageText.HeadingMark + heading;
        return $"\n{text}\n".IndexOf($"\n{line}\n", StringComparison.Ordinal) is > 0 and var at ? at : 0;
    }

    private static int StartOfSection(string text, int place) =>
        $"\n{text}".LastIndexOf("\n" + PassageText.HeadingMark, Math.Min(place, text.Length), StringComparison.Ordinal) is > 0 and var at ? at : 0;

    private static HashSet<string> Stems(string question) => SpanishAnalyzer.Analyze(question)
        .Where(term => !GeneralWords.Contains(term.Word))
        .Select(term => term.Stem)
        .ToHashSet(StringComparer.Ordinal);

    private static double Similarity(HashSet<string> first, HashSet<string> second) =>
        first.Count(second.Contains) / (double)Math.Max(1, first.Union(second, StringComparer.Ordinal).Count());

    private sealed record Section(string Path, (int Passage, int Offset) Position, IReadOnlyList<string> Questions)
    {
        public bool IsCited { get; init; }
    }
}
