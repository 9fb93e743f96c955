using AzuSena.Evaluation;
using AzuSena.Evaluation.Measures;
using AzuSena.Evaluation.Questions;
using AzuSena.Evaluation.Results;

namespace AzuSena.Cli.Tests.Evaluation.Measures;

/// <summary>What is prepared once for all resamples changes no figure.</summary>
public sealed class PreparedMeasureTests
{
    private const int Count = 60;

    public static TheoryData<string> Names => [.. MeasureCatalogue.Of(MeasureCatalogue.OfQuestions).Select(measure => measure.FullName)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Prepare_OutcomesPickedTwiceAndNever_GivesTheFigureOfThoseAlone(string name)
    {
        var measure = MeasureCatalogue.All.Single(measure => measure.FullName == name);
        var random = new Random(7);
        var outcomes = Enumerable.Range(0, Count).Select(index => Random(random, index)).Where(measure.Applies).ToArray();
        var picks = outcomes.Select(_ => random.Next(outcomes.Length)).ToArray();

        var picked = measure.Prepare(outcomes)(picks);

        picked.Should().Be(measure.Prepare(Array.ConvertAll(picks, pick => outcomes[pick]))([.. Enumerable.Range(0, picks.Length)]));
        double.IsNaN(picked).Should().BeFalse();
    }

    [Fact]
    public void PrepareAuc_SomePicks_IsTheAreaOfTheirConfidences()
    {
        QuestionOutcome[] outcomes =
        [
            Outcomes.Of("a", 0.2), Outcomes.Of("b", 0.1, ExpectedOutcome.Abstain), Outcomes.Of("c", 0.6), Outcomes.Of("d", 0.7, ExpectedOutcome.Abstain),
            Outcomes.Of("e", 0.9),
        ];

        Reliability.PrepareAuc(outcomes)([0, 1, 2, 3, 4]).Should().Be(Metrics.Auc([0.2, 0.6, 0.9], [0.1, 0.7]));
        Reliability.PrepareAuc(outcomes)([0, 3, 3, 4, 4]).Should().Be(Metrics.Auc([0.2, 0.9, 0.9], [0.7, 0.7]));
        Reliability.PrepareAuc(outcomes)([0, 2]).Should().Be(double.NaN);
    }

    // Few confidences, so that many are alike.
    private static QuestionOutcome Random(Random random, int index)
    {
        var expect = index % 7 == 0 ? ExpectedOutcome.Correct : index % 3 == 0 ? ExpectedOutcome.Abstain : ExpectedOutcome.Answer;
        var kind = index % 5 == 0 ? "adversarial" : index % 4 == 0 ? "tool_date" : index % 2 == 0 ? "follow_up" : "fact";
        var read = Outcomes.Read($"q{index}", expect, random.Next(4) == 0, random.Next(2) == 0, random.Next(200), cited: 4, relevant: random.Next(5));
        int? rank = random.Next(2) == 0 ? null : random.Next(1, 11);
        return Outcomes.Of(read.Id, random.Next(10) / 10.0, expect, rank, random.Next(3) / 2.0, kind) with { Quality = read.Quality };
    }
}
