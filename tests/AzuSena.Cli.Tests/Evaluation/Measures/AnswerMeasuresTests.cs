using AzuSena.Evaluation.Gate;
using AzuSena.Evaluation.Measures;
using AzuSena.Evaluation.Questions;
using AzuSena.Evaluation.Results;

namespace AzuSena.Cli.Tests.Evaluation.Measures;

public sealed class AnswerMeasuresTests
{
    [Fact]
    public void Words_OfAnsweredQuestions_AreMedianAndNinthTenth()
    {
        QuestionOutcome[] asked =
        [
            .. Enumerable.Range(1, 10).Select(index => Outcomes.Read($"q{index}", words: index * 10)),
            Outcomes.Read("declined", isDeclined: true, words: 5),
            Outcomes.Read("foreign", ExpectedOutcome.Abstain, words: 900),
        ];

        Value("words", asked).Should().Be(50);
        Value("words p90", asked).Should().Be(90);
    }

    [Fact]
    public void Relevant_OfAll_IsTheShareOfSentencesNotOfQuestions() =>
        Value("relevant", Outcomes.Read("a", cited: 1, relevant: 1), Outcomes.Read("b", cited: 3, relevant: 0), Outcomes.Read("c")).Should().Be(0.25);

    [Fact]
    public void Declines_RightAndFalse_AreCountedApart()
    {
        QuestionOutcome[] asked =
        [
            Outcomes.Read("a", isDeclined: true),
            Outcomes.Read("b"),
            Outcomes.Read("c", ExpectedOutcome.Abstain, isDeclined: true),
            Outcomes.Read("d", ExpectedOutcome.Correct, isDeclined: true),
        ];

        Value("false declines", asked).Should().Be(0.5);
        Value("declined right", asked).Should().Be(1);
    }

    [Theory]
    [InlineData("words")]
    [InlineData("words p90")]
    public void Gate_LongerAnswers_Fail(string measure) => Fallen(Many(words: 100), Many(words: 200)).Should().Contain($"answers/{measure}");

    [Fact]
    public void Gate_ShorterAnswers_Pass() => Fallen(Many(words: 200), Many(words: 100)).Should().BeEmpty();

    [Fact]
    public void Gate_FalseDeclines_Fail() => Fallen(Many(), Many(isDeclined: true)).Should().Contain("answers/false declines");

    [Fact]
    public void Gate_AnswersThatAreNoLongerGood_Fail() => Fallen(Many(), Many(isGood: false)).Should().Contain(["answers/good", "answers/lead"]);

    private static double? Value(string name, params QuestionOutcome[] outcomes) =>
        Figure.Of(["answers"], Outcomes.Run(outcomes), before: null).Single(figure => figure.Measure.Name == name).Now?.Value;

    private static EvaluationRun Many(int words = 100, bool isDeclined = false, bool isGood = true) =>
        Outcomes.Run(Enumerable.Range(0, 40).Select(index => Outcomes.Read($"q{index}", isDeclined: isDeclined, isGood: isGood, words: words)));

    private static IEnumerable<string> Fallen(EvaluationRun before, EvaluationRun now) =>
        new EvaluationGate(Figure.Of(["answers"], now, before)).Fallen.Select(figure => figure.Measure.FullName);
}
