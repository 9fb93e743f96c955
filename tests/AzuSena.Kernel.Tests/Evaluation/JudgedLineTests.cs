using AzuSena.Errors;
using AzuSena.Evaluation.Questions;
using AzuSena.Testing;

namespace AzuSena.Evaluation;

public sealed class JudgedLineTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_JudgedLine_IsAQuestionOfPatterns() => Read(
        """
        {"id":"1","kind":"b","question":"¿Qué es?","followup":"¿Y cuánto?","expect":"partial","documents":["a.md"],"lead":["\\bseis\\b"],
        "facts":[["x","y"]],"never":["z"],"tags":["t"],"note":"n"}
        """.ReplaceLineEndings(""))
        .Should().BeEquivalentTo(new EvaluationQuestion(
            "1", "b", "¿Y cuánto?", ["¿Qué es?"], ["a.md"], [["x", "y"]], ["z"], ExpectedOutcome.Answer, [@"\bseis\b"], ArePatterns: true));

    [Theory]
    [InlineData("decline", false, ExpectedOutcome.Abstain)]
    [InlineData("answer", false, ExpectedOutcome.Answer)]
    [InlineData("partial", true, ExpectedOutcome.Correct)]
    public void Read_Expectation_IsThatOfTheProduct(string expect, bool mayDecline, ExpectedOutcome expected) => Read(
        $$"""{"id":"1","kind":"b","question":"q","expect":"{{expect}}","never":[],"decline_ok":{{(mayDecline ? "true" : "false")}}}""")
        .Expect.Should().Be(expected);

    [Theory]
    [InlineData("""{"id":"1","kind":"b","question":"q","expect":"maybe","never":[]}""")]
    [InlineData("""{"id":"1","question":"q","expect":"answer","never":[]}""")]
    public void Read_LineThatIsNotWhole_NamesItsPlace(string line) =>
        FluentActions.Invoking(() => Read(line)).Should().Throw<AzuSenaException>().WithMessage("*.jsonl:1*");

    private EvaluationQuestion Read(string line) => QuestionLines.Read(_folder.Write("judged.jsonl", line)).Single();
}
