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
        var points = new List<(double, double)>(outcomes.Count);
        var area = Walk(Array.ConvertAll(Order([.. outcomes]), index => WrongOf(outcomes[index])), points);
        return new RiskCoverage(points, area);
    }

    /// <summary>The area over any of the outcomes.</summary>
    public static Func<int[], double> PrepareArea(QuestionOutcome[] outcomes)
    {
        var wrong = Array.ConvertAll(outcomes, WrongOf);
        var ranking = Ranking.Of(Order(outcomes));
        return picks => Walk(Array.ConvertAll(ranking.Sort(picks), pick => wrong[pick]), points: null);
    }

    private static int[] Order(QuestionOutcome[] outcomes) =>
    [
        .. outcomes.Index()
            .OrderByDescending(outcome => outcome.Item.Confidence)
            .ThenBy(outcome => outcome.Item.Id, StringComparer.Ordinal)
            .Select(outcome => outcome.Index),
    ];

    private static double WrongOf(QuestionOutcome outcome) => outcome.Expect is ExpectedOutcome.Abstain ? 1 : 1 - outcome.FactShare;

    private static double Walk(double[] wrong, List<(double, double)>? points)
    {
        var (sum, area) = (0.0, 0.0);
        for (var index = 0; index < wrong.Length; index++)
        {
            sum += wrong[index];
            points?.Add(((index + 1.0) / wrong.Length, sum / (index + 1)));
            area += sum / (index + 1) / wrong.Length;
        }

        return area;
    }
}
