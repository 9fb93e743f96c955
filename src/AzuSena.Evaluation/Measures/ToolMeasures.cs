using AzuSena.Evaluation.Questions;
using AzuSena.Evaluation.Results;

namespace AzuSena.Evaluation.Measures;

/// <summary>The measures of what tools answer, and of what they must leave to the documents.</summary>
internal static class ToolMeasures
{
    private const string Suite = "tools";
    private const string Prefix = "tool_";

    /// <summary>The measures, in the order of the tables.</summary>
    public static readonly IReadOnlyList<Measure> All =
    [
        Measure.Share<QuestionOutcome>(
            Suite, "right", "Lo que solo una herramienta sabe, respondido bien.", IsForTools, outcome => outcome is { Tools: not null, IsRight: true }),
        Measure.Share<QuestionOutcome>(
            Suite, "declined", "Lo que solo una herramienta sabe, declinado.", IsForTools, outcome => outcome.Abstained, isBetterHigher: false),
        Measure.Share<QuestionOutcome>(
            Suite,
            "taken",
            "Respondió una herramienta lo que no era para ella.",
            outcome => !IsForTools(outcome),
            outcome => outcome.Tools is not null && (outcome.Expect is ExpectedOutcome.Abstain || outcome.FactShare < 1 || !outcome.IsClean),
            isBetterHigher: false),
    ];

    // The kinds of the questions in tests/AzuSena.Evaluation/tools.
    private static bool IsForTools(QuestionOutcome outcome) => outcome.Kind.StartsWith(Prefix, StringComparison.Ordinal);
}
