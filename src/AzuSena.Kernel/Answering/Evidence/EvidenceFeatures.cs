using AzuSena.Answering.Extraction;
using AzuSena.Language;
using AzuSena.Memory;
using AzuSena.Memory.Search;

namespace AzuSena.Answering.Evidence;

/// <summary>What tells an answerable question from one that the documents do not hold. All from 0 to about 1.</summary>
/// <param name="Match">Best BM25 score over the highest that the question's idf mass allows.</param>
/// <param name="Strength">ln(1 + best BM25 in units of one term that occurs once): how much was matched, long questions counting more.</param>
/// <param name="SentenceCoverage">Largest share of the idf mass that one sentence with its context holds.</param>
/// <param name="PairCoverage">Largest share of the question's neighbouring word pairs that one passage holds.</param>
/// <param name="GramCoverage">Largest share of the question's character 4-grams that one passage holds.</param>
/// <param name="PlaceCoverage">Largest share of the idf mass that the title and headings of one passage hold.</param>
/// <param name="MissingNames">Share of the question's capitalised words that the best passage lacks.</param>
public sealed record EvidenceFeatures(
    double Match,
    double Strength,
    double SentenceCoverage,
    double PairCoverage,
    double GramCoverage,
    double PlaceCoverage,
    double MissingNames)
{
    private const int MaxPassages = 5;
    private const int GramLength = 4;

    // A term's weight can reach k1 + 1 times its idf.
    private const double MaxTermWeight = 2.2;

    /// <summary>The features as a vector, in the order of the model's weights.</summary>
    public double[] ToVector() => [Match, Strength, SentenceCoverage, PairCoverage, GramCoverage, PlaceCoverage, MissingNames];

    /// <summary>The features of a search that found something.</summary>
    public static EvidenceFeatures From(string question, SearchResult search)
    {
        var mass = Math.Max(search.Terms.Sum(term => term.Idf), double.Epsilon);
        var best = search.Hits.Max(hit => hit.Bm25);
        var passages = search.Hits.Take(MaxPassages).Select(hit => SpanishAnalyzer.Stem($"{hit.Passage.Place}\n{hit.Passage.Text}")).ToArray();
        var stems = search.Terms.Select(term => term.Stem).ToArray();
        return new EvidenceFeatures(
            best / (MaxTermWeight * mass),
            Math.Log(1 + (best / (MaxTermWeight * search.RarestIdf))),
            SentenceSelector.Rank(question, search).Select(sentence => sentence.ContextCoverage).DefaultIfEmpty(0).Max(),
            Pairs(stems) is { Count: > 0 } pairs ? passages.Max(passage => Share(pairs, Pairs(passage))) : 0,
            Grams(stems) is { Count: > 0 } grams ? passages.Max(passage => Share(grams, Grams(passage))) : 0,
            search.Hits.Take(MaxPassages).Max(hit => PlaceMass(hit.Passage, search.Terms)) / mass,
            Names(question) is { Count: > 0 } names ? 1 - Share(names, passages[0].ToHashSet(StringComparer.Ordinal)) : 0);
    }

    private static double PlaceMass(Passage passage, IReadOnlyList<QuestionTerm> terms)
    {
        var place = SpanishAnalyzer.Stem(passage.Place).ToHashSet(StringComparer.Ordinal);
        return terms.Where(term => place.Contains(term.Stem)).Sum(term => term.Idf);
    }

    private static double Share<T>(HashSet<T> wanted, HashSet<T> held) => (double)wanted.Count(held.Contains) / wanted.Count;

    private static HashSet<(string First, string Second)> Pairs(IReadOnlyList<string> stems) => stems.Zip(stems.Skip(1)).ToHashSet();

    private static HashSet<string> Grams(IReadOnlyList<string> stems)
    {
        var text = $" {string.Join(' ', stems)} ";
        return Enumerable.Range(0, Math.Max(0, text.Length - GramLength + 1)).Select(i => text.Substring(i, GramLength)).ToHashSet(StringComparer.Ordinal);
    }

    // The first word has a capital in any case.
    private static HashSet<string> Names(string question) => SpanishAnalyzer.Analyze(question)
        .Where(term => term.Start > FirstLetter(question) && char.IsUpper(question[term.Start]))
        .Select(term => term.Stem)
        .ToHashSet(StringComparer.Ordinal);

    private static int FirstLetter(string text) => text.TakeWhile(c => !char.IsLetter(c)).Count();
}
