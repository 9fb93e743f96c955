using System.Globalization;
using AzuSena.Evaluation.Measures;
using AzuSena.Evaluation.Results;

namespace AzuSena.Evaluation.Reports;

/// <summary>The report of a run as one self-contained HTML file: figures, plots and the worst questions with their passages.</summary>
public static class HtmlReport
{
    /// <summary>The page; compared with <paramref name="before"/> if given.</summary>
    public static string Of(EvaluationRun run, EvaluationRun? before, IReadOnlyList<Figure> figures) => ReportTemplate.Render(new ReportPage(
        run.Data,
        ReportTemplate.Style,
        Described(run),
        before is null ? null : Described(before),
        FigureRow.Of(figures),
        [.. (run.Unavailable ?? new Dictionary<string, string>()).Select(suite => new SuiteRow(suite.Key, suite.Value))],
        KindRow.Of(run, before),
        run.Outcomes.Count == 0 ? [] : [Plots.Distributions(run), Plots.Reliability(run, before), Plots.RiskAndCoverage(run, before)],
        run.Outcomes.Count(outcome => !outcome.IsRight),
        WorstCases.Of(run),
        AnswerPairs.Of(run, before),
        WorstSentences.Of(run),
        run.Clips ?? []));

    private static string Described(EvaluationRun run)
    {
        var searched = run.Embedder is null ? "solo palabras" : $"palabras y vectores de {run.Embedder}";
        var notRun = run.NotRun is { Count: > 0 } ids ? $" {ids.Count} sin ejecutar: no hay respuesta grabada del modelo." : "";
        return string.Create(
            CultureInfo.InvariantCulture, $"{run.Outcomes.Count} preguntas; {run.Mode}; {searched}; declina por debajo de {run.Threshold}.{notRun}");
    }
}
