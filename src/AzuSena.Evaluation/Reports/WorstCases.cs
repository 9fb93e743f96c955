using System.Globalization;
using System.Text;
using AzuSena.Evaluation.Questions;
using AzuSena.Evaluation.Results;

namespace AzuSena.Evaluation.Reports;

/// <summary>The questions that went worst, with what was found for them.</summary>
internal static class WorstCases
{
    private const int Count = 50;
    private const int PassageLength = 900;

    /// <summary>The worst fifty that went wrong, the most wrong first.</summary>
    public static List<QuestionOutcome> Of(EvaluationRun run) => run.Outcomes
        .Where(outcome => !outcome.IsRight)
        .OrderByDescending(Badness)
        .ThenBy(outcome => outcome.Id, StringComparer.Ordinal)
        .Take(Count)
        .ToList();

    /// <summary>One of them as HTML.</summary>
    public static string Html(QuestionOutcome outcome)
    {
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<details><summary><b>{HtmlText.Of(outcome.Id)}</b> <span class=\"dim\">{HtmlText.Of(outcome.Kind)}, {Wrong(outcome)}, confianza {outcome.Confidence:F2}</span><br>{HtmlText.Of(outcome.Detail?.Question ?? "")}</summary>");
        if (outcome.Detail is { } detail)
        {
            html.Append("<div class=\"case\"><dl>");
            Add(html, "Se buscó", detail.Standalone == detail.Question ? "" : detail.Standalone);
            Add(html, "Falta", string.Join(" · ", outcome.Expect is ExpectedOutcome.Answer ? detail.Missing : []));
            Add(html, "No debía decir", string.Join(" · ", detail.Said));
            Add(html, "Documentos correctos", string.Join(", ", detail.Documents));
            Add(html, $"Respuesta ({detail.Mode})", detail.Answer);
            html.Append("</dl>");
            foreach (var passage in detail.Passages)
            {
                var mark = detail.Documents.Contains(passage.Path) ? " ✓" : "";
                html.Append(CultureInfo.InvariantCulture, $"<div class=\"passage\"><h3>{HtmlText.Of(passage.Heading)}{mark}</h3><div class=\"dim\">{HtmlText.Of(passage.Path)}, {passage.Score:F3}</div><div style=\"white-space:pre-wrap\">{HtmlText.Of(Cut(passage.Text))}</div></div>");
            }

            html.Append("</div>");
        }

        return html.Append("</details>").ToString();
    }

    // To say what must not be said is worst, then to answer what is not held, then to miss what is.
    private static double Badness(QuestionOutcome outcome) =>
        (outcome.IsClean ? 0 : 4)
        + (outcome.Expect is ExpectedOutcome.Abstain && !outcome.Abstained ? 2 + outcome.Confidence : 0)
        + (outcome.Expect is ExpectedOutcome.Answer ? 1 - outcome.FactShare + (outcome.Rank is { } rank ? 0.5 - (0.5 / rank) : 0.5) : 0);

    private static string Wrong(QuestionOutcome outcome) => outcome switch
    {
        { IsClean: false } => "dice lo que no debe",
        { Expect: ExpectedOutcome.Abstain } => "debía declinar",
        { Expect: ExpectedOutcome.Correct } => "debía corregir",
        { Abstained: true } => "declinó",
        { Rank: null } => "sin el documento correcto",
        _ => $"{outcome.FactShare:P0} de los datos",
    };

    private static void Add(StringBuilder html, string name, string text)
    {
        if (text.Length > 0)
        {
            html.Append(CultureInfo.InvariantCulture, $"<dt>{HtmlText.Of(name)}</dt><dd>{HtmlText.Of(text)}</dd>");
        }
    }

    private static string Cut(string text) => text.Length <= PassageLength ? text : text[..(char.IsHighSurrogate(text[PassageLength - 1]) ? PassageLength - 1 : PassageLength)] + "…";
}
