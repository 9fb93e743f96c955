using AzuSena.Conversations;
using AzuSena.Support;
using FsCheck.Xunit;

namespace AzuSena.Tests.Conversations;

/// <summary>What a model may make of a follow-up question, and what is refused in favour of the rule.</summary>
public sealed class AcceptedRewriteTests
{
    private const string Original = "¿y cuánto dura?";
    private const string ByRule = "¿y cuánto dura? (contrato de aprendizaje)";

    private static readonly ConversationTurn[] Turns =
        [Dialogue.Turn("¿Qué es el contrato de aprendizaje?", "Es una forma especial de vinculación al derecho laboral [1].", "Contrato de aprendizaje")];

    [Theory]
    [InlineData("¿Cuánto dura el contrato de aprendizaje?", "¿Cuánto dura el contrato de aprendizaje?")]
    [InlineData("¿Cuál es la duración del contrato de aprendizaje?", "¿Cuál es la duración del contrato de aprendizaje?")]
    [InlineData("  \"¿Cuánto dura el contrato de aprendizaje?\"\n", "¿Cuánto dura el contrato de aprendizaje?")]
    [InlineData("Pregunta independiente: ¿Cuánto dura el contrato de aprendizaje?", "¿Cuánto dura el contrato de aprendizaje?")]
    [InlineData("**Pregunta:** «¿Cuánto dura el contrato de aprendizaje?»", "¿Cuánto dura el contrato de aprendizaje?")]
    [InlineData("Cuánto dura el contrato de aprendizaje", "Cuánto dura el contrato de aprendizaje")]
    public void Accept_GoodRewrite_IsTaken(string rewritten, string taken) => StandaloneQuestion.Accept(Original, rewritten, Turns).Should().Be(taken);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \"\" ")]
    [InlineData("El contrato de aprendizaje dura hasta tres años.")]
    [InlineData("Dura tres años. ¿Cuánto dura el contrato de aprendizaje?")]
    [InlineData("¿Cuánto dura el contrato de aprendizaje?\n¿Y quién lo paga?")]
    [InlineData("¿Qué es el contrato de aprendizaje?")]
    [InlineData("¿Cuánto dura el campeonato mundial de fútbol femenino?")]
    [InlineData("¿Cuánto dura el contrato de aprendizaje según la ley 1234?")]
    [InlineData("¿Cuánto dura el contrato de aprendizaje\u0007?")]
    public void Accept_BadRewrite_FallsBackToTheRule(string? rewritten) => StandaloneQuestion.Accept(Original, rewritten, Turns).Should().Be(ByRule);

    [Fact]
    public void Accept_EndlessRewrite_FallsBackToTheRule() =>
        StandaloneQuestion.Accept(Original, $"¿Cuánto dura {string.Join(' ', Enumerable.Repeat("el contrato de aprendizaje", 20))}?", Turns)
            .Should().Be(ByRule);

    [Fact]
    public void Accept_RewriteLosesOneOfTheQuestionsWords_FallsBackToTheRule() =>
        StandaloneQuestion.Accept("¿y cuánto dura en Medellín?", "¿Cuánto dura el contrato de aprendizaje?", Turns)
            .Should().StartWith("¿y cuánto dura en Medellín?");

    [Fact]
    public void Accept_RewriteMendsASpellingMistake_IsTaken() =>
        StandaloneQuestion.Accept("¿y cuanto dura el contrto?", "¿Cuánto dura el contrato de aprendizaje?", Turns)
            .Should().Be("¿Cuánto dura el contrato de aprendizaje?");

    [Fact]
    public void Accept_QuestionThatIsNoQuestionInForm_MayStaySo() =>
        StandaloneQuestion.Accept("explícame mejor", "Explícame mejor el contrato de aprendizaje", Turns)
            .Should().Be("Explícame mejor el contrato de aprendizaje");

    [Property(Arbitrary = [typeof(Generators)], MaxTest = 500)]
    public void Accept_AnyRewrite_IsOneLineOfABoundedLength(HostileText rewritten)
    {
        var taken = StandaloneQuestion.Accept(Original, rewritten.Value, Turns);

        taken.Should().NotContainAny("\n", "\0").And.NotBeEmpty();
        taken.Length.Should().BeLessThan(Original.Length + 300);
    }
}
