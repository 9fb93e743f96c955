using AzuSena.Evaluation.Results;
using AzuSena.Evaluation.Squad;
using AzuSena.Spanish;

namespace AzuSena.Evaluation.Grounding;

/// <summary>Labelled sentences made from a SQuAD-format file, the same for the same seed.</summary>
internal static class GroundingData
{
    private const int MinWords = 6;
    private const int MaxWords = 60;

    /// <summary>The sentences, by paragraph. The passages of a paragraph are the paragraphs that its question finds, in <paramref name="found"/>.</summary>
    public static IEnumerable<LabelledSentence> Make(SquadFile file, IReadOnlyDictionary<int, IReadOnlyList<int>> found, int seed)
    {
        var sentences = file.Paragraphs.Select(paragraph => Sentences(paragraph.Text)).ToArray();
        var names = file.Paragraphs.SelectMany(paragraph => SentenceAlteration.NamesOf(paragraph.Text)).Distinct(StringComparer.Ordinal).ToArray();
        foreach (var (paragraph, passages) in found.OrderBy(pair => pair.Key))
        {
            var random = new Random(HashCode(seed, paragraph));
            var text = file.Paragraphs[paragraph].Text;
            foreach (var sentence in sentences[paragraph])
            {
                yield return new(SentenceLabel.Verbatim, sentence, paragraph);
                foreach (var (label, made) in new[]
                {
                    (SentenceLabel.Restated, SentenceRestatement.Of(sentence)),
                    (SentenceLabel.Joined, Joined(sentences[paragraph], sentence, random)),
                    (SentenceLabel.Number, SentenceAlteration.Number(sentence, text, random)),
                    (SentenceLabel.Date, SentenceAlteration.Date(sentence, random)),
                    (SentenceLabel.Name, SentenceAlteration.Name(sentence, text, names, random)),
                    (SentenceLabel.Negation, SentenceAlteration.Negation(sentence, random)),
                })
                {
                    if (made is not null)
                    {
                        yield return new(label, made, paragraph);
                    }
                }
            }

            foreach (var same in new[] { true, false })
            {
                var others = Enumerable.Range(0, sentences.Length)
                    .Where(i =>
                        !passages.Contains(i)
                        && i != paragraph
                        && sentences[i].Count > 0
                        && file.Paragraphs[i].Title == file.Paragraphs[paragraph].Title == same)
                    .ToArray();
                for (var i = 0; i < 2 && others.Length > 0; i++)
                {
                    var other = sentences[others[random.Next(others.Length)]];
                    yield return new(same ? SentenceLabel.ForeignSameArticle : SentenceLabel.ForeignArticle, other[random.Next(other.Count)], paragraph);
                }
            }
        }
    }

    /// <summary>The paragraphs of every second article: the thresholds were chosen on the rest.</summary>
    public static HashSet<int> HeldOut(SquadFile file)
    {
        var articles = file.Paragraphs
            .Select(it => it.Title)
            .Distinct(StringComparer.Ordinal)
            .Index()
            .ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
        return [.. Enumerable.Range(0, file.Paragraphs.Count).Where(paragraph => articles[file.Paragraphs[paragraph].Title] % 2 == 1)];
    }

    private static List<string> Sentences(string text) => SentenceSplitter.Split(text)
        .ConvertAll(range => text[range])
        .FindAll(sentence => SpanishAnalyzer.Words(sentence).Count is >= MinWords and <= MaxWords && sentence.EndsWith('.') && char.IsUpper(sentence[0]));

    // Joined with another sentence of the passage that begins with a word which is not a name.
    private static string? Joined(List<string> sentences, string sentence, Random random)
    {
        var others = sentences.FindAll(other =>
            other != sentence
            && (other.StartsWith("El ", StringComparison.Ordinal)
                || other.StartsWith("La ", StringComparison.Ordinal)
                || other.StartsWith("En ", StringComparison.Ordinal)
                || other.StartsWith("Los ", StringComparison.Ordinal)));
        return others.Count == 0 ? null
            : others[random.Next(others.Count)] is var chosen ? $"{sentence[..^1]}, y {char.ToLowerInvariant(chosen[0])}{chosen[1..]}"
            : null;
    }

    // Not the runtime's own, which differs from run to run.
    private static int HashCode(int seed, int paragraph) => unchecked((seed * 7919) + (paragraph * 104729));
}
