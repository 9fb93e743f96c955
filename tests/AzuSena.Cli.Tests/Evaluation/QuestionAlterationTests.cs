using AzuSena.Evaluation.Questions;






namespace AzuSena.Cli.Tests.Evaluation;

public sealed class QuestionAlterationTests
{
    private const string Question = "¿Cuándo ocurrió la revolución francesa?";

    [Fact]
    public void Apply_Nothing_LeavesTheQuestion() => new QuestionAlteration().Apply(Question, 3).Should().Be(Question);

    [Fact]
    public void Apply_DropAccents_LeavesOnlyPlainLetters() =>
        new QuestionAlteration(DropAccents: true).Apply("¿Qué año, señor?", 0).Should().Be("¿Que ano, senor?");

    [Fact]
    public void Apply_Typo_IsTheSameForTheSameSeedAndPlace()
    {
        var typos = Enumerable.Range(0, 50).Select(index => new QuestionAlteration(TypoSeed: 7).Apply(Question, index)).ToArray();

        typos.Should().Equal(Enumerable.Range(0, 50).Select(index => new QuestionAlteration(TypoSeed: 7).Apply(Question, index)));
        typos.Distinct().Should().HaveCountGreaterThan(20);
        typos.Should().OnlyContain(typo => Math.Abs(typo.Length - Question.Length) <= 1);
    }
}
