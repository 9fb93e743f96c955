using System.Globalization;
using AzuSena.Evaluation.Questions;
using AzuSena.Evaluation.Results;

namespace AzuSena.Evaluation.Reports;

/// <summary>The questions with the worst outcomes, with their passages.</summary>
internal static class WorstCases
{
    private const int Count = 50;

    /// <summary>The fifty worst of the wrong outcomes, the most wrong first.</summary>
    public static IReadOnlyList<CaseEntry> Of(EvaluationRun run) =>
    [
        .. run.Outcomes
            .Where(outcome => !outcome.IsRight)
            .OrderByDescending(Badness)
            .ThenBy(outcome => outcome.Id, StringComparer.Ordinal)
            .Take(Count)
            .Select(Entry),
    ];

    // A forbidden statement is worst, then an answer to an unanswerable question, then a missing answer.
    private static double Badness(QuestionOutcome outcome) =>
        (outcome.IsClean ? 0 : 4)
        + (outcome.Expect is ExpectedOutcome.Abstain && !outcome.Abstained ? 2 + outcome.Confidence : 0)
        + (outcome.Expect is ExpectedOutcome.Answer ? 1 - outcome.FactShare + (outcome.Rank is { } rank ? 0.5 - (0.5 / rank) : 0.5) : 0);

    private static CaseEntry Entry(QuestionOutcome outcome) => new(
        outcome.Id,
        outcome.Kind,
        Wrong(outcome),
        outcome.Confidence.ToString("F2", CultureInfo.InvariantCulture),
        outcome.Detail?.Question ?? "",
        outcome.Detail is { } detail ? CaseDetail.Of(detail, outcome.Expect) : null);

    private static string Wrong(QuestionOutcome outcome) => outcome switch
    {
        { IsClean: false } => "dice lo que no debe",
        { Expect: ExpectedOutcome.Abstain } => "debía declinar",
        { Expect: ExpectedOutcome.Correct } => "debía corregir",
        { Abstained: true } => "declinó",
        { Rank: null } => "sin el documento correcto",
        _ => string.Create(CultureInfo.InvariantCulture, $"{outcome.FactShare:P0} de los datos"),
    };
}

/// <summary>A question of the report.</summary>
internal sealed record CaseEntry(string Id, string Kind, string Wrong, string Confidence, string Question, CaseDetail? Detail);
