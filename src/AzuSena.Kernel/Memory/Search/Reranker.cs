using System.Runtime.InteropServices;
using AzuSena.Memory.Storage;

namespace AzuSena.Memory.Search;

/// <summary>
/// Orders the best candidates of the full-text search anew: by the question's words, its word pairs, its best single sentence, and
/// character 4-grams, which forgive inflection and spelling. The weights were measured on SQuAD-es and XQuAD-es
/// (docs/decisions/0004-retrieval.md). The rarity of pairs and 4-grams is counted over the candidates alone.
/// </summary>
internal static class Reranker
{
    private const double PairWeight = 0.3;
    private const double SentenceWeight = 0.3;
    private const double PlaceWeight = 0.3;
    private const double WordShare = 0.7;
    private const double GramShare = 0.3;
    private const int GramLength = 4;

    /// <summary>The score of each candidate, from 0 to 1, in the candidates' order.</summary>
    public static double[] Score(IReadOnlyList<QuestionTerm> question, IReadOnlyList<TermMatch> candidates)
    {
        if (candidates.Count == 0)
        {
            return [];
        }

        var lines = candidates.Select(candidate => TermLines.Read(candidate.Terms)).ToArray();
        var pairs = PairScores(question, lines);
        var sentences = SentenceScores(question, lines);
        var places = PlaceScores(question, lines);
        var words = candidates.Select((candidate, i) => candidate.Score + (PairWeight * pairs[i]) + (SentenceWeight * sentences[i]) + (PlaceWeight * places[i])).ToArray();
        var grams = GramScores(question, candidates);
        var bestWords = Math.Max(words.Max(), double.Epsilon);
        var bestGrams = Math.Max(grams.Max(), double.Epsilon);
        return [.. words.Select((word, i) => (WordShare * word / bestWords) + (GramShare * grams[i] / bestGrams))];
    }

    private static double[] PairScores(IReadOnlyList<QuestionTerm> question, string[][][] lines)
    {
        var wanted = question.Zip(question.Skip(1), (a, b) => (a.Stem, b.Stem)).ToHashSet();
        return FeatureScores(wanted, lines, passage =>
        {
            var stems = passage.Skip(1).SelectMany(line => line).ToArray();
            return (stems.Zip(stems.Skip(1)).Where(wanted.Contains), Math.Max(0, stems.Length - 1));
        });
    }

    private static double[] PlaceScores(IReadOnlyList<QuestionTerm> question, string[][][] lines)
    {
        var averageLength = Math.Max(1, lines.Average(passage => passage[0].Length));
        return Array.ConvertAll(lines, passage => question.Sum(term => Bm25.Weight(term.Idf, passage[0].Count(stem => stem == term.Stem), passage[0].Length, averageLength)));
    }

    private static double[] GramScores(IReadOnlyList<QuestionTerm> question, IReadOnlyList<TermMatch> candidates)
    {
        var wanted = Grams(string.Join(' ', question.Select(term => term.Stem))).ToHashSet();
        return FeatureScores(wanted, candidates, candidate => (Grams(candidate.Terms).Where(wanted.Contains), candidate.Terms.Length));
    }

    /// <summary>BM25 over features of any kind, their rarity counted over the passages given.</summary>
    private static double[] FeatureScores<TPassage, TFeature>(
        HashSet<TFeature> wanted,
        IReadOnlyList<TPassage> passages,
        Func<TPassage, (IEnumerable<TFeature> Found, int Length)> read)
        where TFeature : notnull
    {
        var counts = new Dictionary<TFeature, int>[passages.Count];
        var lengths = new int[passages.Count];
        var spread = new Dictionary<TFeature, int>();
        for (var i = 0; i < passages.Count; i++)
        {
            (var found, lengths[i]) = read(passages[i]);
            counts[i] = [];
            foreach (var feature in found)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts[i], feature, out _)++;
            }

            foreach (var feature in counts[i].Keys)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(spread, feature, out _)++;
            }
        }

        var averageLength = Math.Max(1, lengths.Average());
        return counts
            .Select((found, i) => found.Sum(entry => Bm25.Weight(Bm25.Idf(passages.Count, spread[entry.Key]), entry.Value, lengths[i], averageLength)))
            .ToArray();
    }

    private static double[] SentenceScores(IReadOnlyList<QuestionTerm> question, string[][][] lines)
    {
        var idf = question.ToDictionary(term => term.Stem, term => term.Idf, StringComparer.Ordinal);
        var averageLength = Math.Max(1, lengths(lines).DefaultIfEmpty(1).Average());
        return Array.ConvertAll(lines, passage => passage.Skip(1).Select(SentenceScore).DefaultIfEmpty(0).Max());

        double SentenceScore(string[] sentence) => sentence
            .Where(idf.ContainsKey)
            .CountBy(stem => stem)
            .Sum(entry => Bm25.Weight(idf[entry.Key], entry.Value, sentence.Length, averageLength));

        static IEnumerable<int> lengths(string[][][] passages) => passages.SelectMany(passage => passage.Skip(1)).Select(sentence => sentence.Length);
    }

    // Four UTF-16 units fill a ulong, so a 4-gram is a number and no string is cut.
    private static IEnumerable<ulong> Grams(string text)
    {
        var gram = 0UL;
        for (var i = 0; i < text.Length; i++)
        {
            gram = (gram << 16) | (text[i] is '\n' ? ' ' : text[i]);
            if (i >= GramLength - 1)
            {
                yield return gram;
            }
        }
    }
}
