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

    [Theory]
    [InlineData("Dura **seis** meses. [1, 2]", true)]
    [InlineData("Lo firma la empresa. [1]", false)]
    public void Of_WithoutLead_TheFirstFactMustBeginTheAnswer(string beginning, bool leads) =>
        AnswerCheck.Of(Question(facts: [["seis meses"], ["lo firma"]]), Answered($"{beginning} {Long} Dura seis meses y lo firma ella."))
            .Leads.Should().Be(leads);

    [Fact]
    public void Of_Lead_IsLookedForInsteadOfTheFirstFact() =>
        AnswerCheck.Of(Question(facts: [["seis meses"]], lead: ["no", "sí"]), Answered($"Sí. {Long} Dura seis meses.")).Leads.Should().BeTrue();

    [Fact]
    public void Of_WordThatTheBeginningCuts_DoesNotCount() =>
        AnswerCheck.Of(Question(facts: [["20"]]), Answered($"{new string('a', 317)} 2025")).Leads.Should().BeFalse();

    [Fact]
    public void Of_CitationsAndListMarks_AreNoWords() => AnswerCheck.Of(Question(), Answered("Son dos:\n- **uno** [1]\n- otro [2, 3]")).Words.Should().Be(4);

    [Theory]
    [InlineData("Dura seis meses.", true)]
    [InlineData("Dura tres meses.", false)]
    [InlineData("Dura seis meses y cuesta 100.", false)]
    public void Of_Answer_IsGoodIfItLeadsIsCompleteAndClean(string text, bool isGood) =>
        AnswerCheck.Of(Question(facts: [["seis meses"]], mustNot: ["cuesta 100"]), Answered(text)).IsGood.Should().Be(isGood);

    [Theory]
    [InlineData(150, true)]
    [InlineData(151, false)]
    public void Of_LongAnswer_IsNotGood(int words, bool isGood) =>
        AnswerCheck.Of(Question(facts: [["seis"]]), Answered($"Seis{string.Concat(Enumerable.Repeat(" más", words - 1))}")).IsGood.Should().Be(isGood);

    [Theory]
    [InlineData(Completeness.Complete, false)]
    [InlineData(Completeness.Partial, true)]
    [InlineData(Completeness.None, true)]
    public void Of_WhatNoDocumentAnswers_IsRightlyDeclinedByWhatTheAnswerSays(Completeness completeness, bool isGood)
    {
        var check = AnswerCheck.Of(Question(ExpectedOutcome.Abstain), Answered("No encontré cuánto gana.") with { Completeness = completeness });

        check.IsRightlyDeclined.Should().Be(isGood);
        check.IsGood.Should().Be(isGood);
    }

    [Fact]
    public void Of_DeclinedPremise_IsGood() =>
        AnswerCheck.Of(Question(ExpectedOutcome.Correct, [["es gratis"]]), Answered("No lo encontré.", abstained: true))
            .Should().BeEquivalentTo(new { Leads = true, IsGood = true, IsDeclined = true });

    [Fact]
    public void Of_DeclinedQuestionWithAnswer_NeitherLeadsNorIsGood() =>
        AnswerCheck.Of(Question(facts: [["seis meses"]]), Answered("No encontré si dura seis meses.", abstained: true))
            .Should().BeEquivalentTo(new { Leads = false, IsGood = false, IsDeclined = true });

    [Fact]
    public void Of_Patterns_AreMatchedWithoutCaseAndAccents() =>
        AnswerCheck.Of(Question(facts: [[@"\bpractic.{0,10}duracion\b"]]) with { ArePatterns = true }, Answered("La Práctica: su DURACIÓN."))
            .IsGood.Should().BeTrue();

    private static readonly string Long = string.Concat(Enumerable.Repeat("relleno ", 45));

    private static EvaluationQuestion Question(
        ExpectedOutcome expect = ExpectedOutcome.Answer,
        IReadOnlyList<IReadOnlyList<string>>? facts = null,
        IReadOnlyList<string>? mustNot = null,
        IReadOnlyList<string>? lead = null) =>
        new("q", "fact", "¿Cuánto?", [], [], facts ?? [], mustNot ?? [], expect, lead);

    private static Answer Answered(string text, bool abstained = false) =>
        new(text, "id", null, "extractive", abstained, 0.9, false, [], new AnswerTimings(0, 0, 0));
}
