using AzuSena.Evaluation.Measures;
using AzuSena.Evaluation.Results;






namespace AzuSena.Cli.Tests.Evaluation.Measures;

public sealed class BootstrapTests
{
    private static readonly Measure Facts = MeasureCatalogue.All.Single(measure => measure.FullName == "answers/facts");

    [Fact]
    public void Of_SameRun_GivesTheSameIntervalAroundTheFigure()
    {
        var run = Run(index => index % 4 == 0 ? 0 : 1);

        var interval = Bootstrap.Of(Facts, run)!;

        interval.Value.Should().Be(0.75);
        interval.Low.Should().BeInRange(0.6, 0.75);
        interval.High.Should().BeInRange(0.75, 0.9);
        Bootstrap.Of(Facts, run).Should().Be(interval);
    }

    [Fact]
    public void Difference_EqualRuns_IsZeroWithoutNoise() =>
        Bootstrap.Difference(Facts, Run(index => index % 2), Run(index => index % 2)).Should().Be(new Interval(0, 0, 0, 100));

    [Fact]
    public void Difference_OneLostQuestionOfAHundred_IsWithinTheNoise() =>
        new Figure(Facts, null, null, Bootstrap.Difference(Facts, Run(_ => 1), Run(index => index == 0 ? 0 : 1))).IsWorse.Should().BeFalse();

    [Fact]
    public void Difference_TenLostQuestionsOfAHundred_IsWorse() =>
        new Figure(Facts, null, null, Bootstrap.Difference(Facts, Run(_ => 1), Run(index => index < 10 ? 0 : 1))).IsWorse.Should().BeTrue();

    [Fact]
    public void Difference_QuestionsThatOnlyOneRunHas_AreLeftOut() =>
        Bootstrap.Difference(Facts, Run(_ => 1), Outcomes.Run(Outcomes.Of("q0", facts: 1), Outcomes.Of("new", facts: 0)))!.Count.Should().Be(1);

    [Fact]
    public void Difference_MeasureWhereLessIsBetter_IsWorseWhenItRises()
    {
        var abstentions = MeasureCatalogue.All.Single(measure => measure.Name == "false abstentions");
        var declining = Outcomes.Run(Enumerable.Range(0, 100).Select(index => Outcomes.Of($"q{index}", confidence: index < 20 ? 0.1 : 0.9)));

        new Figure(abstentions, null, null, Bootstrap.Difference(abstentions, Run(_ => 1), declining)).IsWorse.Should().BeTrue();
    }

    private static EvaluationRun Run(Func<int, double> facts) =>
        Outcomes.Run(Enumerable.Range(0, 100).Select(index => Outcomes.Of($"q{index}", facts: facts(index))));
}
