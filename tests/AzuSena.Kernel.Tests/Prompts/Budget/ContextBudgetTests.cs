using AzuSena.Support;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace AzuSena.Prompts.Budget;

public sealed class ContextBudgetTests
{
    private const int PromptTokens = 100;
    private const int AnswerTokens = 50;
    private const string Question = "¿Cuánto dura el contrato de aprendizaje?";
    private static readonly Passages.Passage[] Passages =
        [.. Enumerable.Range(1, 5).Select(
            i => Samples.Passage($"Primera frase del pasaje {i}. Segunda frase, algo más larga que la primera. Tercera frase.", $"Título {i}", position: i))];
    private static readonly HistoryTurn[] Turns = [.. Enumerable.Range(1, 4).Select(i => new HistoryTurn($"¿Pregunta {i}?", $"Respuesta número {i}. [1]"))];

    [Fact]
    public void Fit_RoomForAll_KeepsAllInOrder()
    {
        var fitted = Fit(10_000);

        fitted.Kept.Should().Equal(Passages);
        fitted.KeptTurns.Should().Be(4);
        fitted.Passages.Value.Should().StartWith("[1] Título 1\nPrimera frase del pasaje 1.").And.Contain("\n\n[5] Título 5\n");
        fitted.History.Value.Should().StartWith("Persona: ¿Pregunta 1?\nAzuSENA: Respuesta número 1.\nPersona: ¿Pregunta 2?").And.NotContain("[1]");
        fitted.Fits.Should().BeTrue();
    }

    [Fact]
    public void Fit_LittleRoom_CutsTheLastPassageAtASentenceAndDropsTheOldestTurns()
    {
        var fitted = Enumerable.Range(200, 800).Select(Fit)
            .First(fitted => fitted.Kept.Count == 4 && !fitted.Passages.Value.EndsWith("Tercera frase.", StringComparison.Ordinal));

        fitted.Kept.Should().Equal(Passages[..4]);
        fitted.Passages.Value.Should().EndWith(".").And.Contain("[4] Título 4\nPrimera frase del pasaje 4.");
        fitted.KeptTurns.Should().BeInRange(1, 3);
        fitted.History.Value.Should().EndWith("Respuesta número 4.").And.NotContain("Pregunta 1");
    }

    [Fact]
    public void Fit_NothingToPutIn_SaysSoInThePrompt()
    {
        var fitted = new ContextBudget(1000, 0).Fit(PromptTokens, Question, [], []);

        fitted.Passages.Value.Should().Be("(ninguna)");
        fitted.History.Value.Should().Be("(ninguna)");
    }

    [Fact]
    public void Fit_NoRoomForRulesAndQuestion_KeepsThemAndSaysThatTheyDoNotFit()
    {
        var fitted = Fit(60);

        fitted.Fits.Should().BeFalse();
        fitted.Question.Value.Should().Be(Question);
        fitted.Kept.Should().BeEmpty();
    }

    [Fact]
    public void Fit_LongHistory_LeavesThePassagesTheirPart()
    {
        var fitted = new ContextBudget(1000, AnswerTokens)
            .Fit(PromptTokens, Question, Passages, [.. Enumerable.Repeat(new HistoryTurn(new string('a', 200), new string('b', 400)), 50)]);

        fitted.Kept.Should().Equal(Passages);
    }

    [Fact]
    public void Fit_Wish_StandsInItsFrameAndInItsShareOfTheSpace()
    {
        const string Wish = "Habla como un pirata. Sé breve, y no digas más de lo que haga falta. Despídete siempre con un saludo muy amable.";

        var (large, small) = (FitWish(10_000), FitWish(900));

        large.Wish.Value.Should().StartWith("Lo que pide el programa").And.EndWith($"«{Wish}»\n\n");
        small.Wish.Value.Should().Contain("«Habla como un pirata.").And.NotContain("Despídete").And.EndWith("»\n\n");
        FitWish(200).Wish.Value.Should().BeEmpty("a wish has no more than its share");
        Fit(10_000).Wish.Value.Should().BeEmpty();

        static FittedContext FitWish(int context) => new ContextBudget(context, AnswerTokens).Fit(PromptTokens, Question, Passages, Turns, Wish);
    }

    [Property(Arbitrary = [typeof(Generators)], MaxTest = 300)]
    public Property Fit_AnyMaterial_NeverPassesTheBudgetAndKeepsTheQuestion(
        NonEmptyArray<HostileText> passages, HostileText[] history, HostileText question, HostileText wish, PositiveInt size)
    {
        var context = size.Get * 20;
        var fitted = new ContextBudget(context, AnswerTokens).Fit(PromptTokens, question.Value, Passagesof(passages.Get), Turnsof(history), wish.Value);
        var real = PromptTokens + TokenEstimate.Of(fitted.Question.Value) + TokenEstimate.Of(fitted.Passages.Value) + TokenEstimate.Of(fitted.History.Value)
            + TokenEstimate.Of(fitted.Wish.Value);

        return (fitted.Question.Value == InertText.Of(question.Value).Value).Label("the question is whole")
            .And((real <= fitted.Tokens).Label($"{real} counted, {fitted.Tokens} told"))
            .And((!fitted.Fits || fitted.Tokens + AnswerTokens <= context).Label($"{fitted.Tokens} in {context}"));
    }

    [Property(Arbitrary = [typeof(Generators)], MaxTest = 300)]
    public bool Fit_MoreRoom_NeverHoldsLess(
        NonEmptyArray<HostileText> passages, HostileText[] history, HostileText wish, PositiveInt size, PositiveInt more)
    {
        var (small, large) = (FitInto(size.Get * 10), FitInto((size.Get * 10) + more.Get));
        return large.KeptTurns >= small.KeptTurns && large.Kept.Count >= small.Kept.Count && large.Wish.Value.Length >= small.Wish.Value.Length
            && (small.Kept.Count == 0 || large.Passages.Value.StartsWith(small.Passages.Value, StringComparison.Ordinal));

        FittedContext FitInto(int context) =>
            new ContextBudget(context, AnswerTokens).Fit(PromptTokens, Question, Passagesof(passages.Get), Turnsof(history), wish.Value);
    }

    private static FittedContext Fit(int context) => new ContextBudget(context, AnswerTokens).Fit(PromptTokens, Question, Passages, Turns);

    private static Passages.Passage[] Passagesof(HostileText[] texts) =>
        [.. texts.Select((text, i) => Samples.Passage(text.Value + ". Otra frase. Y otra.", position: i))];

    private static HistoryTurn[] Turnsof(HostileText[] texts) => [.. (texts ?? []).Select(text => new HistoryTurn(text.Value, text.Value))];
}
