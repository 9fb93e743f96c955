using System.Globalization;
using System.Text;
using AzuSena.Evaluation.Results;

namespace AzuSena.Evaluation.Reports;

/// <summary>The labelled sentences that were judged most wrongly, with the passages that they were held against.</summary>
internal static class WorstSentences
{
    /// <summary>The section of the report; empty where grounding was not measured.</summary>
    public static string Html(EvaluationRun run)
    {
        if (run.Sentences is not { Count: > 0 } sentences)
        {
            return "";
        }

        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<h2>Frases</h2><p class=\"dim\">{sentences.Count(sentence => !sentence.IsRight)} de {sentences.Count} frases mal juzgadas; las peores:</p>");
        foreach (var sentence in sentences.Where(sentence => sentence.Detail is not null).OrderBy(sentence => sentence.Label))
        {
            var detail = sentence.Detail!;
            html.Append(CultureInfo.InvariantCulture, $"<details><summary><b>{HtmlText.Of(sentence.Id)}</b> <span class=\"dim\">{sentence.Support}, {detail.Score:F2}</span><br>{HtmlText.Of(detail.Text)}</summary><div class=\"case\">");
            html.Append(detail.NotFound.Count == 0 ? "" : $"<dl><dt>No encontrado</dt><dd>{HtmlText.Of(string.Join(" · ", detail.NotFound))}</dd></dl>");
            foreach (var passage in detail.Passages)
            {
                html.Append(CultureInfo.InvariantCulture, $"<div class=\"passage\"><div style=\"white-space:pre-wrap\">{HtmlText.Of(passage)}</div></div>");
            }

            html.Append("</div></details>");
        }

        return html.ToString();
    }
}
