using AzuSena.Evaluation.Questions;
using AzuSena.Evaluation.Results;

namespace AzuSena.Evaluation.Measures;

/// <summary>
/// The calibration of the confidence (Naeini, Cooper and Hauskrecht, "Obtaining Well Calibrated Probabilities Using Bayesian Binning", 2015).
/// </summary>
/// <param name="Bins">Ten bins of equal width, without the empty ones.</param>
/// <param name="ExpectedError">Expected calibration error: the bins' gaps between confidence and truth, weighted by the share of questions in them.</param>
internal sealed record Reliability(IReadOnlyList<ReliabilityBin> Bins, double ExpectedError)
{
    private const int BinCount = 10;

    /// <summary>Compares answerable questions with the others, both classes weighted equally whatever their sizes.</summary>
    public static Reliability Of(IReadOnlyList<QuestionOutcome> outcomes) =>
        Of([.. outcomes
            .Where(outcome => outcome.Expect is not ExpectedOutcome.Correct)
            .Select(outcome => (outcome.Confidence, outcome.Expect is ExpectedOutcome.Answer))]);

    /// <summary>The same over confidences with the true class.</summary>
    public static Reliability Of(IReadOnlyList<(double Confidence, bool IsAnswerable)> pairs)
    {
        var positives = pairs.Count(pair => pair.IsAnswerable);
        if (positives == 0 || positives == pairs.Count)
        {
            return new Reliability([], double.NaN);
        }

        // Plain sums: a bootstrap comes here thousands of times.
        var (ofPositive, ofNegative) = (0.5 / positives, 0.5 / (pairs.Count - positives));
        var sums = new (double Weight, double Confidence, double Answerable, int Count)[BinCount];
        foreach (var (confidence, isAnswerable) in pairs)
        {
            ref var bin = ref sums[Math.Min(BinCount - 1, (int)(confidence * BinCount))];
            var weight = isAnswerable ? ofPositive : ofNegative;
            bin.Weight += weight;
            bin.Confidence += weight * confidence;
            bin.Answerable += isAnswerable ? weight : 0;
            bin.Count++;
        }

        var bins = sums
            .Where(bin => bin.Count > 0)
            .Select(bin => new ReliabilityBin(bin.Confidence / bin.Weight, bin.Answerable / bin.Weight, bin.Weight, bin.Count))
            .ToArray();
        return new Reliability(bins, bins.Sum(bin => bin.Weight * Math.Abs(bin.Confidence - bin.Share)));
    }

    /// <summary>Area under the ROC curve of the confidence, over any of the outcomes; NaN if one of the classes is empty.</summary>
    public static Func<int[], double> PrepareAuc(QuestionOutcome[] outcomes)
    {
        var confidences = Array.ConvertAll(outcomes, outcome => outcome.Confidence);
        var answerable = Array.ConvertAll(outcomes, outcome => outcome.Expect is ExpectedOutcome.Answer);
        var ranking = Ranking.Of(Enumerable.Range(0, outcomes.Length).OrderBy(index => confidences[index]));
        return picks => Metrics.AucOfSorted(Array.ConvertAll(ranking.Sort(picks), pick => (confidences[pick], answerable[pick])));
    }
}

/// <summary>The questions in one range of confidence.</summary>
/// <param name="Confidence">Mean confidence.</param>
/// <param name="Share">Share that is answerable.</param>
/// <param name="Weight">Share of all questions that are in the bin.</param>
/// <param name="Count">How many questions.</param>
internal sealed record ReliabilityBin(double Confidence, double Share, double Weight, int Count);
