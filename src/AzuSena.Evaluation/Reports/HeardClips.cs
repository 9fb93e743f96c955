using System.Globalization;
using System.Text;
using AzuSena.Evaluation.Results;

namespace AzuSena.Evaluation.Reports;

/// <summary>What was heard of each recording, beside what is said.</summary>
internal static class HeardClips
{
    /// <summary>The section of the report; empty where hearing was not measured.</summary>
    public static string Html(EvaluationRun run)
    {
        if (run.Clips is not { Count: > 0 } clips)
        {
            return "";
        }

        var html = new StringBuilder("<h2>Voz</h2><div class=\"scroll\"><table><thead><tr><th>Grabación</th><th>Dicho y oído</th><th class=\"n\">Errores</th><th class=\"n\">Palabras</th><th>Cita bien</th></tr></thead><tbody>");
        foreach (var clip in clips)
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><td>{HtmlText.Of(clip.Id)}</td><td>{HtmlText.Of(clip.Said)}<br><span class=\"dim\">{HtmlText.Of(clip.Heard)}</span></td>");
            html.Append(CultureInfo.InvariantCulture, $"<td class=\"n\">{clip.Errors}</td><td class=\"n\">{clip.Words}</td><td>{(clip.CitesRight switch { true => "✓", false => "✗", null => "" })}</td></tr>");
        }

        return html.Append("</tbody></table></div>").ToString();
    }
}
