using System.Text.RegularExpressions;
using AzuSena.Answering.Grounding;
using AzuSena.Memory.Search;
using AzuSena.Questions;
using AzuSena.Spanish;

namespace AzuSena.Answering.Ranking;

/// <summary>What quotes are compared with: a question's terms with their weights, its kind, its numbers.</summary>
internal sealed partial class QuestionProfile
{
    // Units that hardly differ are not told apart.
    private const double LeastDeviation = 0.02;

    private readonly Dictionary<string, double> _idf;
    private readonly Dictionary<string, double> _background;
    private readonly HashSet<(string, string)> _pairs;
    private readonly double _backgroundMass;
    private readonly double _meanCosine;
    private readonly double _deviation;

    public QuestionProfile(string question, SearchResult search)
    {
        Kind = QuestionKinds.Of(question);
        _idf = search.Terms.ToDictionary(term => term.Stem, term => term.Idf, StringComparer.Ordinal);
        _background = search.Background.ToDictionary(term => term.Stem, term => term.Idf, StringComparer.Ordinal);
        Mass = Math.Max(_idf.Values.Sum(), double.Epsilon);
        _backgroundMass = Math.Max(_background.Values.Sum(), Mass);
        _pairs = search.Terms.Zip(search.Terms.Skip(1), (first, second) => (first.Stem, second.Stem)).ToHashSet();
        Counted = KindEvidence.CountedIn(SpanishAnalyzer.Fold(question));
        Named = [.. search.Terms.Where(term => term.Idf > 0.5).Select(term => (term.Stem, term.Idf))];
        Numbers = [.. Digits().Matches(question).Select(match => match.Value).Distinct(StringComparer.Ordinal)];
        Denied = Polarity.Of(question, reach: 1).Denied;
        (_meanCosine, _deviation) = Spread([.. search.Hits.SelectMany(hit => hit.UnitCosines ?? [])]);
        BestScore = Math.Max(search.Hits.Select(hit => hit.Score).DefaultIfEmpty(0).Max(), double.Epsilon);
        BestCosine = Math.Max(search.Hits.Max(hit => hit.Cosine) ?? 0, float.Epsilon);
    }

    public QuestionKind Kind { get; }

    /// <summary>The stems that it denies: "¿qué empresas no están obligadas?".</summary>
    public IReadOnlySet<string> Denied { get; }

    /// <summary>The noun that is counted, if any.</summary>
    public string? Counted { get; }

    public IReadOnlyList<(string Stem, double Idf)> Named { get; }

    public IReadOnlyList<string> Numbers { get; }

    public double Mass { get; }

    public double BestScore { get; }

    public double BestCosine { get; }

    /// <summary>The share of the idf mass among some stems.</summary>
    public double Share(IEnumerable<string> stems) => stems.Distinct(StringComparer.Ordinal).Sum(stem => _idf.GetValueOrDefault(stem)) / Mass;

    /// <summary>The similarity of another question: the share of the idf mass in it times the share of its terms that are this question's too.</summary>
    /// <param name="stems">Its distinct stems.</param>
    public double Similarity(IReadOnlyList<string> stems) => Share(stems) * stems.Count(Names) / Math.Max(1, stems.Count);

    /// <summary>The mass of what was said around the question among some stems, over that of all that was said.</summary>
    public double BackgroundShare(IEnumerable<string> stems) => _background.Count == 0
        ? 0
        : stems.Distinct(StringComparer.Ordinal).Sum(stem => _background.GetValueOrDefault(stem)) / _backgroundMass;

    /// <summary>How much nearer a unit is than the others found, in standard deviations.</summary>
    /// <param name="cosine">The cosine of its vector and the question's.</param>
    public double Closeness(double cosine) => (cosine - _meanCosine) / _deviation;

    /// <summary>Whether a stem is one of the question's.</summary>
    public bool Names(string stem) => _idf.ContainsKey(stem);

    /// <summary>The share of the adjacent terms that are adjacent in one of the sequences.</summary>
    public double PairShare(params IEnumerable<string>[] sequences) => _pairs.Count == 0
        ? 0
        : (double)sequences.SelectMany(sequence => sequence.Zip(sequence.Skip(1))).Where(_pairs.Contains).Distinct().Count() / _pairs.Count;

    private static (double Mean, double Deviation) Spread(float[] cosines)
    {
        var mean = cosines.DefaultIfEmpty(0).Average();
        var variance = cosines.Select(cosine => (cosine - mean) * (cosine - mean)).DefaultIfEmpty(0).Average();
        return (mean, Math.Max(Math.Sqrt(variance), LeastDeviation));
    }

    [GeneratedRegex(@"\d+", RegexOptions.NonBacktracking)]
    private static partial Regex Digits();
}
