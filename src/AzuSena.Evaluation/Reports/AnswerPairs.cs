using AzuSena.Evaluation.Results;

namespace AzuSena.Evaluation.Reports;

/// <summary>Some answers of a run as people see them, beside those of an earlier run to the same questions.</summary>
internal static class AnswerPairs
{
    private const int Count = 50;
    private const int Seed = 20_261_201;

    /// <summary>
    /// Fifty answers drawn with a fixed seed, in the order of the run. Of two runs, of the questions whose answers both kept, if there are any.
    /// </summary>
    public static IReadOnlyList<AnswerPair> Of(EvaluationRun run, EvaluationRun? before)
    {
        var earlier = (before?.Outcomes ?? []).Where(outcome => outcome.Detail is not null).ToDictionary(outcome => outcome.Id, StringComparer.Ordinal);
        var kept = run.Outcomes.Where(outcome => outcome.Detail is not null).ToArray();
        var both = Array.FindAll(kept, outcome => earlier.ContainsKey(outcome.Id));
        return [.. Draw(both.Length > 0 ? both : kept).Select(outcome => Pair(outcome, earlier.GetValueOrDefault(outcome.Id)))];
    }

    private static IEnumerable<QuestionOutcome> Draw(QuestionOutcome[] outcomes)
    {
        var order = Enumerable.Range(0, outcomes.Length).ToArray();
        new Random(Seed).Shuffle(order);
        return order.Take(Count).Order().Select(index => outcomes[index]);
    }

    private static AnswerPair Pair(QuestionOutcome now, QuestionOutcome? before) => new(
        now.Id,
        now.Kind,
        now.Detail!.Question,
        string.Join(" · ", now.Detail.History ?? []),
        [.. before is null ? [] : new[] { AnswerSide.Of("antes", before) }, AnswerSide.Of("ahora", now)]);
}

/// <summary>One question with its answers.</summary>
/// <param name="Id">The question's id.</param>
/// <param name="Kind">The question's kind.</param>
/// <param name="Question">The question as asked.</param>
/// <param name="AskedBefore">The previous questions of the conversation; empty if there are none.</param>
/// <param name="Sides">The answer of the earlier run, if any, and that of the run.</param>
internal sealed record AnswerPair(string Id, string Kind, string Question, string AskedBefore, IReadOnlyList<AnswerSide> Sides);
