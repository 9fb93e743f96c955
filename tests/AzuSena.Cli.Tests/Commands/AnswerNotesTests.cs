using AzuSena.Answers;
using AzuSena.Cli.Commands;

namespace AzuSena.Cli.Tests.Commands;

public sealed class AnswerNotesTests
{
    private static readonly Citation Cited = new(1, "p1", "Fondo Emprender", "Ley 789 de 2002", Date: null, ["Requisitos"], "x", 0, 1, "Requisitos");

    private static readonly Answer Answer = new(
        "Entrega capital [1].",
        "q",
        ConversationId: null,
        "extractive",
        Abstained: false,
        Confidence: 1,
        LowConfidence: false,
        [Cited],
        new AnswerTimings(0, 0, 0));

    [Fact]
    public void Print_MoreFound_NamesEachPlaceOnceBeforeTheSources()
    {
        var other = Cited with { Number = 2, PassageId = "p2", Title = "Tarifas", HeadingPath = [], Locator = "página 3" };

        Printed(Answer with { More = [Cited, Cited with { Start = 5 }, other] }).Should().Be(
            "\nMás en: Fondo Emprender › Requisitos\nMás en: Tarifas · página 3\n\n[1] Fondo Emprender › Requisitos\n    Ley 789 de 2002\n");
    }

    [Fact]
    public void Print_NothingMore_IsTheSources() => Printed(Answer).Should().Be("\n[1] Fondo Emprender › Requisitos\n    Ley 789 de 2002\n");

    [Fact]
    public void Print_PartialAndUncertain_SaysBoth() =>
        Printed(Answer with { Completeness = Completeness.Partial, LowConfidence = true }).Should().Contain("Respuesta parcial").And.Contain("poca certeza");

    private static string Printed(Answer answer)
    {
        using var output = new StringWriter { NewLine = "\n" };
        AnswerNotes.Print(answer, output);
        return output.ToString();
    }
}
