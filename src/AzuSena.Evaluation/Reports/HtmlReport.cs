using System.Globalization;
using System.Text;
using AzuSena.Evaluation.Measures;
using AzuSena.Evaluation.Questions;
using AzuSena.Evaluation.Results;

namespace AzuSena.Evaluation.Reports;

/// <summary>The report of a run as one HTML file that needs nothing else: figures, plots and the worst questions with their passages.</summary>
public static class HtmlReport
{
    /// <summary>The page; beside <paramref name="before"/> where a run is compared.</summary>
    public static string Of(EvaluationRun run, EvaluationRun? before, IReadOnlyList<Figure> figures)
    {
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<!doctype html><html lang=\"es\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>AzuSENA: evaluación de {HtmlText.Of(run.Data)}</title><style>{Style()}</style></head><body>");
        html.Append(CultureInfo.InvariantCulture, $"<h1>Evaluación de {HtmlText.Of(run.Data)}</h1><p class=\"dim\">{Described(run)}</p>");
        html.Append(before is null ? "" : $"<p class=\"dim\">Antes: {Described(before)}</p>");
        Figures(html, figures, before is not null, run.Unavailable);
        if (run.Outcomes.Count > 0)
        {
            Kinds(html, run, before);
            Curves(html, run, before);
            Worst(html, run);
        }

        html.Append(WorstSentences.Html(run)).Append(HeardClips.Html(run));
        return html.Append("</body></html>\n").ToString();
    }

    private static string Described(EvaluationRun run) => HtmlText.Of(string.Create(
        CultureInfo.InvariantCulture,
        $"{run.Outcomes.Count} preguntas; {run.Mode}; {(run.Embedder is null ? "solo palabras" : $"palabras y vectores de {run.Embedder}")}; declina por debajo de {run.Threshold}.{(run.NotRun is { Count: > 0 } notRun ? $" {notRun.Count} sin ejecutar: no hay respuesta grabada del modelo." : "")}"));

    private static void Figures(StringBuilder html, IReadOnlyList<Figure> figures, bool isCompared, IReadOnlyDictionary<string, string>? unavailable)
    {
        html.Append("<h2>Medidas</h2><div class=\"scroll\"><table><thead><tr><th>Medida</th><th class=\"n\">Valor</th><th class=\"n\">95 %</th><th class=\"n\">Casos</th>");
        html.Append(isCompared ? "<th class=\"n\">Antes</th><th class=\"n\">Diferencia</th><th class=\"n\">95 %, por pares</th><th></th>" : "").Append("</tr></thead><tbody>");
        foreach (var figure in figures.Where(figure => figure.Now is not null))
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><td><b>{HtmlText.Of(figure.Measure.FullName)}</b><br><span class=\"dim\">{HtmlText.Of(figure.Measure.Meaning)}{(figure.Measure.IsBetterHigher ? "" : " Menos es mejor.")}</span></td>");
            html.Append(CultureInfo.InvariantCulture, $"<td class=\"n\">{FigureText.Format(figure.Now!.Value)}</td><td class=\"n\">{FigureText.Range(figure.Now)}</td><td class=\"n\">{figure.Now.Count}</td>");
            if (isCompared)
            {
                var style = figure.IsWorse == true ? "worse" : figure.IsBetter == true ? "better" : "dim";
                html.Append(CultureInfo.InvariantCulture, $"<td class=\"n\">{FigureText.Format(figure.Before?.Value)}</td><td class=\"n {style}\">{FigureText.Change(figure.Difference?.Value)}</td><td class=\"n\">{FigureText.Range(figure.Difference)}</td><td class=\"{style}\">{FigureText.Verdict(figure)}</td>");
            }

            html.Append("</tr>");
        }

        html.Append("</tbody></table></div>");
        foreach (var (suite, reason) in unavailable ?? new Dictionary<string, string>())
        {
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"dim\">{HtmlText.Of(suite)}: no se ejecutó: {HtmlText.Of(reason)}</p>");
        }
    }

    private static void Kinds(StringBuilder html, EvaluationRun run, EvaluationRun? before)
    {
        html.Append("<h2>Por tipo de pregunta</h2><div class=\"scroll\"><table><thead><tr><th>Tipo</th><th class=\"n\">Preguntas</th><th class=\"n\">Bien tomadas</th>");
        html.Append(before is null ? "" : "<th class=\"n\">Antes</th>").Append("<th class=\"n\">Datos</th><th class=\"n\">nDCG@10</th><th class=\"n\">Declinadas</th></tr></thead><tbody>");
        var earlier = before?.Outcomes.ToLookup(outcome => outcome.Kind, StringComparer.Ordinal);
        foreach (var kind in run.Outcomes.GroupBy(outcome => outcome.Kind, StringComparer.Ordinal))
        {
            var answerable = kind.Where(outcome => outcome.Expect is ExpectedOutcome.Answer).ToArray();
            html.Append(CultureInfo.InvariantCulture, $"<tr><td>{HtmlText.Of(kind.Key)}</td><td class=\"n\">{kind.Count()}</td><td class=\"n\">{Right(kind)}</td>");
            html.Append(before is null ? "" : $"<td class=\"n\">{Right(earlier![kind.Key])}</td>");
            html.Append(CultureInfo.InvariantCulture, $"<td class=\"n\">{Mean(answerable, outcome => outcome.FactShare)}</td><td class=\"n\">{Mean(answerable, outcome => Metrics.Ndcg(outcome.Rank))}</td><td class=\"n\">{Mean([.. kind], outcome => outcome.Abstained ? 1 : 0)}</td></tr>");
        }

        html.Append("</tbody></table></div>");

        static string Right(IEnumerable<QuestionOutcome> outcomes) => Mean([.. outcomes], outcome => outcome.IsRight ? 1 : 0);

        static string Mean(QuestionOutcome[] outcomes, Func<QuestionOutcome, double> value) => outcomes.Length == 0 ? "—" : outcomes.Average(value).ToString("F3", CultureInfo.InvariantCulture);
    }

    private static void Curves(StringBuilder html, EvaluationRun run, EvaluationRun? before)
    {
        var keys = before is null ? "" : "<span class=\"key a\"></span>ahora <span class=\"key b\"></span>antes. ";
        html.Append("<h2>Confianza</h2><div class=\"plots\">");
        html.Append(CultureInfo.InvariantCulture, $"<figure>{Plots.Distributions(run)}<figcaption><span class=\"key a\"></span>con respuesta <span class=\"key b\"></span>sin respuesta. La línea es el umbral para declinar.</figcaption></figure>");
        html.Append(CultureInfo.InvariantCulture, $"<figure>{Plots.Reliability(run, before)}<figcaption>{keys}Fiabilidad: en la diagonal, la confianza dice la verdad. El área de cada punto es lo que cae en él.</figcaption></figure>");
        html.Append(CultureInfo.InvariantCulture, $"<figure>{Plots.RiskAndCoverage(run, before)}<figcaption>{keys}Riesgo y cobertura: cuánto se equivoca si responde las más seguras primero.</figcaption></figure></div>");
    }

    private static void Worst(StringBuilder html, EvaluationRun run)
    {
        var worst = WorstCases.Of(run);
        html.Append(CultureInfo.InvariantCulture, $"<h2>Las peores</h2><p class=\"dim\">{worst.Count} de {run.Outcomes.Count(outcome => !outcome.IsRight)} preguntas que salieron mal. ✓ marca un documento correcto.</p>");
        worst.ForEach(outcome => html.Append(WorstCases.Html(outcome)));
    }

    private static string Style()
    {
        using var reader = new StreamReader(typeof(HtmlReport).Assembly.GetManifestResourceStream("AzuSena.Evaluation.Reports.report.css")!);
        return reader.ReadToEnd();
    }
}
