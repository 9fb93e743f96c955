using AzuSena.Answers;
using AzuSena.Evaluation.Questions;

namespace AzuSena.Evaluation;

public sealed class AnswerCheckTests
{
    [Theory]
    [InlineData("Cuesta 1.300 pesos. [1]", "1300 pesos", true)]
    [InlineData("Recibe el 50 % del salario [2].", "50 por ciento", true)]
    [InlineData("Recibe el 50% del salario.", "50 %", true)]
    [InlineData("Empieza en 2025.", "2", false)]
    [InlineData("Es la ETAPA\nproductiva, dura seis meses.", "etapa productiva", true)]
    [InlineData("Dura [1] seis meses.", "1", false)]
    [InlineData("Dura seis meses.", "seis dias", false)]
    public void Of_Wording_IsComparedByItsWords(string answer, string fact, bool isFound) =>
        AnswerCheck.Of(Question(facts: [[fact]]), Answered(answer)).FactShare.Should().Be(isFound ? 1 : 0);

    [Fact]
    public void Of_OneOfTwoFacts_IsHalfAndNamesTheOther()
    {
        var check = AnswerCheck.Of(Question(facts: [["no está", "seis meses"], ["tres años", "36 meses"]]), Answered("Dura seis meses."));

        check.FactShare.Should().Be(0.5);
        check.Missing.Should().Equal("tres años");
        check.IsRight.Should().BeFalse();
    }

    [Fact]
    public void Of_WhatMustNotBeSaid_MakesItWrong()
    {
        var check = AnswerCheck.Of(Question(facts: [["seis meses"]], mustNot: ["cuesta 100"]), Answered("Dura seis meses y cuesta 100."));

        check.Said.Should().Equal("cuesta 100");
        check.IsRight.Should().BeFalse();
    }

    [Theory]
    [InlineData(ExpectedOutcome.Answer, true, false)]
    [InlineData(ExpectedOutcome.Abstain, true, true)]
    [InlineData(ExpectedOutcome.Abstain, false, false)]
    [InlineData(ExpectedOutcome.Correct, true, true)]
    [InlineData(ExpectedOutcome.Correct, false, false)]
    public void Of_Expectation_DecidesWhatIsRight(ExpectedOutcome expect, bool abstained, bool isRight) =>
        AnswerCheck.Of(Question(expect, [["es gratis"]]), Answered("Se paga.", abstained)).IsRight.Should().Be(isRight);

    [Fact]
    public void Of_FalsePremiseCorrected_IsRight() =>
        AnswerCheck.Of(Question(ExpectedOutcome.Correct, [["es gratis"]]), Answered("No se cobra: es gratis.")).IsRight.Should().BeTrue();

    private static EvaluationQuestion Question(
        ExpectedOutcome expect = ExpectedOutcome.Answer, IReadOnlyList<IReadOnlyList<string>>? facts = null, IReadOnlyList<string>? mustNot = null) =>
        new("q", "fact", "¿Cuánto?", [], [], facts ?? [], mustNot ?? [], expect);

    private static Answer Answered(string text, bool abstained = false) =>
        new(text, "id", null, "extractive", abstained, 0.9, false, [], new AnswerTimings(0, 0, 0));
}
