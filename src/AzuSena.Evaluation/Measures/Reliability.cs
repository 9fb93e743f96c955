using AzuSena.Evaluation.Questions;
using AzuSena.Evaluation.Results;






namespace AzuSena.Evaluation.Measures;

/// <summary>How far a confidence can be taken at its word (Naeini, Cooper and Hauskrecht, "Obtaining Well Calibrated Probabilities Using Bayesian Binning", 2015).</summary>
/// <param name="Bins">Ten bins of equal width, empty ones left out.</param>
/// <param name="ExpectedError">Expected calibration error: the bins' gaps between confidence and truth, weighed by what falls into them.</param>
internal sealed record Reliability(IReadOnlyList<ReliabilityBin> Bins, double ExpectedError)
{
    private const int BinCount = 10;

    /// <summary>Counts answerable questions against those that are not, both classes weighing the same whatever their numbers.</summary>
    public static Reliability Of(IReadOnlyList<QuestionOutcome> outcomes) =>
        Of([.. outcomes.Where(outcome => outcome.Expect is not ExpectedOutcome.Correct).Select(outcome => (outcome.Confidence, outcome.Expect is ExpectedOutcome.Answer))]);

    /// <summary>The same over confidences with what was true.</summary>
    public static Reliability Of(IReadOnlyList<(double Confidence, bool IsAnswerable)> pairs)
    {
        var positives = pairs.Count(pair => pair.IsAnswerable);
        if (positives == 0 || positives == pairs.Count)
        {
            return new Reliability([], double.NaN);
        }

        double Weight(bool isAnswerable) => 0.5 / (isAnswerable ? positives : pairs.Count - positives);
        var bins = pairs
            .GroupBy(pair => Math.Min(BinCount - 1, (int)(pair.Confidence * BinCount)))
            .OrderBy(bin => bin.Key)
            .Select(bin =>
            {
                var weight = bin.Sum(pair => Weight(pair.IsAnswerable));
                return new ReliabilityBin(
                    bin.Sum(pair => Weight(pair.IsAnswerable) * pair.Confidence) / weight,
                    bin.Where(pair => pair.IsAnswerable).Sum(pair => Weight(true)) / weight,
                    weight,
                    bin.Count());
            })
            .ToArray();
        return new Reliability(bins, bins.Sum(bin => bin.Weight * Math.Abs(bin.Confidence - bin.Share)));
    }

    /// <summary>Area under the ROC curve of the confidence; not a number where one of the classes is empty.</summary>
    public static double Auc(IReadOnlyList<QuestionOutcome> outcomes)
    {
        var positives = outcomes.Where(outcome => outcome.Expect is ExpectedOutcome.Answer).Select(outcome => outcome.Confidence).ToArray();
        var negatives = outcomes.Where(outcome => outcome.Expect is ExpectedOutcome.Abstain).Select(outcome => outcome.Confidence).ToArray();
        return positives.Length == 0 || negatives.Length == 0 ? double.NaN : Metrics.Auc(positives, negatives);
    }
}

/// <summary>What fell into one range of confidence.</summary>
/// <param name="Confidence">Mean confidence.</param>
/// <param name="Share">Share that could be answered.</param>
/// <param name="Weight">Share of everything that fell into it.</param>
/// <param name="Count">How many questions.</param>
internal sealed record ReliabilityBin(double Confidence, double Share, double Weight, int Count);
