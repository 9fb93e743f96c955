using AzuSena.Answering.Evidence;
using AzuSena.Evaluation.Calibration;

namespace AzuSena.Cli.Tests.Evaluation;

public sealed class LogisticRegressionTests
{
    [Fact]
    public void Fit_OverlappingClasses_PutsTheBoundaryBetweenThem()
    {
        var examples = Enumerable.Range(0, 200)
            .Select(i => (Features: new[] { i / 200.0 }, IsPositive: i % 7 == 0 ? i < 100 : i >= 100, Weight: 1.0))
            .ToArray();

        var weights = LogisticRegression.Fit(examples);

        Probability(0.9).Should().BeGreaterThan(0.6);
        Probability(0.1).Should().BeLessThan(0.4);
        Probability(0.5).Should().BeApproximately(0.5, 0.1);

        double Probability(double feature) => EvidenceModel.Logistic(weights[0], weights.AsSpan(1), [feature]);
    }

    [Fact]
    public void Fit_ExamplesThatWeighMore_PullTheBoundary()
    {
        var examples = new (double[] Features, bool IsPositive, double Weight)[] { ([0], true, 9), ([0], false, 1), ([1], true, 1), ([1], false, 9) };

        var weights = LogisticRegression.Fit(examples);

        EvidenceModel.Logistic(weights[0], weights.AsSpan(1), [0.0]).Should().BeApproximately(0.9, 0.01);
        EvidenceModel.Logistic(weights[0], weights.AsSpan(1), [1.0]).Should().BeApproximately(0.1, 0.01);
    }
}
