using AzuSena.Evaluation.Questions;
using AzuSena.Evaluation.Results;






namespace AzuSena.Evaluation.Measures;

/// <summary>
/// The cost of answering more: questions answered by falling confidence, and how many of those answers are wrong (El-Yaniv and Wiener, "On the Foundations of
/// Noise-free Selective Classification", 2010). A question that should be declined counts as wrong if it is answered.
/// </summary>
/// <param name="Points">Coverage and risk after each question, both 0 to 1.</param>
/// <param name="Area">Area under the curve; the lower the better.</param>
internal sealed record RiskCoverage(IReadOnlyList<(double Coverage, double Risk)> Points, double Area)
{
    public static RiskCoverage Of(IReadOnlyList<QuestionOutcome> outcomes)
    {
        var points = new List<(double, double)>();
        var (wrong, area) = (0.0, 0.0);
        foreach (var (index, outcome) in outcomes
            .OrderByDescending(outcome => outcome.Confidence)
            .ThenBy(outcome => outcome.Id, StringComparer.Ordinal)
            .Index())
        {
            wrong += outcome.Expect is ExpectedOutcome.Abstain ? 1 : 1 - outcome.FactShare;
            points.Add(((index + 1.0) / outcomes.Count, wrong / (index + 1)));
            area += wrong / (index + 1) / outcomes.Count;
        }

        return new RiskCoverage(points, area);
    }
}
