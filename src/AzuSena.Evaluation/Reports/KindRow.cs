using System.Globalization;
using AzuSena.Evaluation.Questions;
using AzuSena.Evaluation.Results;

namespace AzuSena.Evaluation.Reports;

/// <summary>The line of one kind of question in the report.</summary>
internal sealed record KindRow(
    string Name, int Count, string Right, string RightBefore, string Good, string GoodBefore, string Facts, string Ndcg, string Abstained)
{
    /// <summary>A line for each kind of the run.</summary>
    public static IReadOnlyList<KindRow> Of(EvaluationRun run, EvaluationRun? before)
    {
        var earlier = (before?.Outcomes ?? []).ToLookup(outcome => outcome.Kind, StringComparer.Ordinal);
        return [.. run.Outcomes.GroupBy(outcome => outcome.Kind, StringComparer.Ordinal).Select(kind => Of(kind.Key, [.. kind], [.. earlier[kind.Key]]))];
    }

    private static KindRow Of(string name, QuestionOutcome[] outcomes, QuestionOutcome[] before)
    {
        var answerable = Array.FindAll(outcomes, outcome => outcome.Expect is ExpectedOutcome.Answer);
        return new KindRow(
            name,
            outcomes.Length,
            RightShare(outcomes),
            RightShare(before),
            GoodShare(outcomes),
            GoodShare(before),
            Mean(answerable, outcome => outcome.FactShare),
            Mean(answerable, outcome => Metrics.Ndcg(outcome.Rank)),
            Mean(outcomes, outcome => outcome.Abstained ? 1 : 0));
    }

    private static string RightShare(QuestionOutcome[] outcomes) => Mean(outcomes, outcome => outcome.IsRight ? 1 : 0);

    private static string GoodShare(QuestionOutcome[] outcomes) =>
        Mean(Array.FindAll(outcomes, outcome => outcome.Quality is not null), outcome => outcome.Quality!.IsGood ? 1 : 0);

    private static string Mean(QuestionOutcome[] outcomes, Func<QuestionOutcome, double> value) =>
        outcomes.Length == 0 ? "—" : outcomes.Average(value).ToString("F3", CultureInfo.InvariantCulture);
}
