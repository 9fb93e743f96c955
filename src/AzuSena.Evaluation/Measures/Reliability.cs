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

    /// <summary>Area under the ROC curve of the confidence; NaN if one of the classes is empty.</summary>
    public static double Auc(IReadOnlyList<QuestionOutcome> outcomes)
    {
        var positives = outcomes.Where(outcome => outcome.Expect is ExpectedOutcome.Answer).Select(outcome => outcome.Confidence).ToArray();
        var negatives = outcomes.Where(outcome => outcome.Expect is ExpectedOutcome.Abstain).Select(outcome => outcome.Confidence).ToArray();
        return positives.Length == 0 || negatives.Length == 0 ? double.NaN : Metrics.Auc(positives, negatives);
    }
}

/// <summary>The questions in one range of confidence.</summary>
/// <param name="Confidence">Mean confidence.</param>
/// <param name="Share">Share that is answerable.</param>
/// <param name="Weight">Share of all questions that are in the bin.</param>
/// <param name="Count">How many questions.</param>
internal sealed record ReliabilityBin(double Confidence, double Share, double Weight, int Count);
