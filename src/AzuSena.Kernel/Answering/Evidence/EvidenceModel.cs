using AzuSena.Memory.Search;

namespace AzuSena.Answering.Evidence;

/// <summary>
/// The probability that the passages found answer the question: a logistic regression over <see cref="EvidenceFeatures"/>, fitted by
/// <c>azusena eval calibrate</c> on SQuAD-es questions and, as negatives, questions about other documents (docs/decisions/0005-abstention.md).
/// </summary>
public static class EvidenceModel
{
    private const double Bias = -6.724;
    private static readonly double[] Weights = [2.661, 3.648, 3.291, 1.541, 3.567, 2.171, -1.164];

    /// <summary>The probability, 0 to 1, that <paramref name="search"/> answers <paramref name="question"/>.</summary>
    public static double Confidence(string question, SearchResult search)
    {
        if (search.Hits.Count == 0)
        {
            return 0;
        }

        // Whoever names an article is answered by that article.
        if (search.Rules is { Found.Count: > 0 })
        {
            return 1;
        }

        // A word that was only guessed may have meant something that the documents do not hold: it counts half.
        var mass = Math.Max(search.Terms.Sum(term => term.Idf), double.Epsilon);
        var guessed = search.Terms.Where(term => term.IsGuess).Sum(term => term.Idf) / mass;
        return Logistic(Bias, Weights, EvidenceFeatures.From(question, search).ToVector()) * (1 - (guessed / 2));
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
}
