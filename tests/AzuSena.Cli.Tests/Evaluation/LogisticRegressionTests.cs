using AzuSena.Answering.Evidence;
using AzuSena.Evaluation.Calibration;

namespace AzuSena.Cli.Tests.Evaluation;

public sealed class LogisticRegressionTests
{
    [Fact]
    public void Fit_OverlappingClasses_PutsTheBoundaryBetweenThem()
    {
        var examples = Enumerable.Range(0, 200).Select(i => (Features: new[] { i / 200.0 }, IsPositive: i % 7 == 0 ? i < 100 : i >= 100)).ToArray();

        var weights = LogisticRegression.Fit(examples);

        Probability(0.9).Should().BeGreaterThan(0.6);
        Probability(0.1).Should().BeLessThan(0.4);
        Probability(0.5).Should().BeApproximately(0.5, 0.1);

        double Probability(double feature) => EvidenceModel.Logistic(weights[0], weights.AsSpan(1), [feature]);
    }
}
