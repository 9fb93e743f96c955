using System.Text.Json;
using AzuSena.Answering.Ranking;
using AzuSena.Memory.Search;

namespace AzuSena.Answering.Evidence;

/// <summary>
/// Estimates the probability that the passages found answer the question: a logistic regression over <see cref="EvidenceFeatures"/>, fitted by
/// <c>azusena eval calibrate</c> on SQuAD-es questions and, as negatives, questions about other documents (docs/decisions/0005-abstention.md). The weights,
/// with the data they were fitted on, are in <c>evidence-model.json</c>.
/// </summary>
public static class EvidenceModel
{
    private static readonly EvidenceModelFile File = Read();

    private static readonly (EvidenceWeights Fit, double[] Weights) Words = Load(File.Words, withVectors: false, withReader: false);
    private static readonly (EvidenceWeights Fit, double[] Weights) Vectors = Load(File.Vectors, withVectors: true, withReader: false);
    private static readonly (EvidenceWeights Fit, double[] Weights)? WordsRead =
        File.WordsRead is { } fit ? Load(fit, withVectors: false, withReader: true) : null;
    private static readonly (EvidenceWeights Fit, double[] Weights)? VectorsRead =
        File.VectorsRead is { } fit ? Load(fit, withVectors: true, withReader: true) : null;

    /// <summary>The probability, 0 to 1, that <paramref name="search"/> answers <paramref name="question"/>.</summary>
    public static double Confidence(string question, SearchResult search) => Weigh(question, search).Confidence;

    /// <summary>The same probability, with its features.</summary>
    public static WeighedEvidence Weigh(string question, SearchResult search) => Weigh(question, search, QuoteRanking.Of(question, search));

    /// <summary>The same, of quotes that are ranked already.</summary>
    public static WeighedEvidence Weigh(string question, SearchResult search, IReadOnlyList<RankedQuote> quotes)
    {
        if (search.Hits.Count == 0)
        {
            return new WeighedEvidence(0);
        }

        // A question that names an article is answered by that article.
        if (search.Rules is { Found.Count: > 0 })
        {
            return new WeighedEvidence(1);
        }

        // Cosines of different models are not comparable: weights apply only to the model that they were fitted with.
        var features = EvidenceFeatures.From(question, search, quotes);
        var withVectors = features.Nearness > 0 && IsFittedFor(search.Embedder);
        var read = quotes.Any(quote => quote.Reading is not null) ? withVectors ? VectorsRead : WordsRead : null;
        var (fit, weights) = read ?? (withVectors ? Vectors : Words);
        return new WeighedEvidence(Logistic(fit.Bias, weights, features.Values(withVectors, withReader: read is not null)), features);
    }

    /// <summary>1 / (1 + e^-(bias + weights · features)).</summary>
    public static double Logistic(double bias, ReadOnlySpan<double> weights, ReadOnlySpan<double> features)
    {
        var sum = bias;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += weights[i] * features[i];
        }

        return 1 / (1 + Math.Exp(-sum));
    }

    // A new feature has weight zero until the next fit.
    private static (EvidenceWeights Fit, double[] Weights) Load(EvidenceWeights fit, bool withVectors, bool withReader) =>
        (fit, [.. EvidenceFeatures.Names(withVectors, withReader).Select(name => fit.Weights.GetValueOrDefault(name))]);

    // Ignores the hashes of the model's files, which differ between builds of the same model.
    private static bool IsFittedFor(string? embedder) => embedder?.Split('@')[0] == File.Vectors.Embedder?.Split('@')[0];

    private static EvidenceModelFile Read()
    {
        using var stream = typeof(EvidenceModel).Assembly.GetManifestResourceStream("AzuSena.Answering.Evidence.evidence-model.json")!;
        return JsonSerializer.Deserialize<EvidenceModelFile>(stream, EvidenceModelFile.Json)!;
    }
}
