using AzuSena.Evaluation.Measures;
using AzuSena.Evaluation.Questions;






namespace AzuSena.Cli.Tests.Evaluation.Measures;

public sealed class ReliabilityTests
{
    [Fact]
    public void Of_ConfidenceThatIsAlwaysTrue_HasNoError() =>
        Reliability.Of([.. Many(1, true, 3), .. Many(0, false, 7)]).ExpectedError.Should().BeApproximately(0, 1e-12);

    [Fact]
    public void Of_ConfidenceThatIsAlwaysWrong_HasAllTheError() =>
        Reliability.Of([.. Many(0, true, 3), .. Many(1, false, 7)]).ExpectedError.Should().BeApproximately(1, 1e-12);

    [Fact]
    public void Of_OneBin_CountsBothClassesAlikeWhateverTheirNumbers()
    {
        var reliability = Reliability.Of([.. Many(0.75, true, 90), .. Many(0.75, false, 10)]);

        reliability.Bins.Should().ContainSingle().Which.Share.Should().BeApproximately(0.5, 1e-12);
        reliability.ExpectedError.Should().BeApproximately(0.25, 1e-12);
    }

    [Fact]
    public void Of_OneClassAlone_IsNotDefined() => Reliability.Of(Many(0.5, true, 3)).ExpectedError.Should().Be(double.NaN);

    [Fact]
    public void RiskCoverage_SurestRightFirst_RisesAtTheEnd()
    {
        var curve = RiskCoverage.Of([Outcomes.Of("a", 0.9), Outcomes.Of("b", 0.8), Outcomes.Of("c", 0.5, ExpectedOutcome.Abstain)]);

        curve.Points.Select(point => point.Risk).Should().Equal(0, 0, 1 / 3.0);
        curve.Area.Should().BeApproximately(1 / 9.0, 1e-12);
    }

    private static (double, bool)[] Many(double confidence, bool isAnswerable, int count) => [.. Enumerable.Repeat((confidence, isAnswerable), count)];
}
