using System.Globalization;
using AzuSena.Evaluation.Questions;
using AzuSena.Evaluation.Results;

namespace AzuSena.Evaluation.Reports;

/// <summary>The details of a question in the report.</summary>
/// <param name="Facts">Its facts, each with a name.</param>
/// <param name="Passages">The passages found.</param>
internal sealed record CaseDetail(IReadOnlyList<CaseFact> Facts, IReadOnlyList<CasePassage> Passages)
{
    private const int PassageLength = 900;

    /// <summary>Creates the displayed details from those of an outcome.</summary>
    public static CaseDetail Of(OutcomeDetail detail, ExpectedOutcome expect)
    {
        CaseFact[] facts =
        [
            new("Se buscó", detail.Standalone == detail.Question ? "" : detail.Standalone),
            new("Falta", string.Join(" · ", expect is ExpectedOutcome.Answer ? detail.Missing : [])),
            new("No debía decir", string.Join(" · ", detail.Said)),
            new("Documentos correctos", string.Join(", ", detail.Documents)),
            new($"Respuesta ({detail.Mode})", detail.Answer),
        ];
        return new CaseDetail(Array.FindAll(facts, fact => fact.Text.Length > 0), [.. detail.Passages.Select(passage => new CasePassage(
            passage.Heading,
            detail.Documents.Contains(passage.Path),
            passage.Path,
            passage.Score.ToString("F3", CultureInfo.InvariantCulture),
            Cut(passage.Text)))]);
    }

    private static string Cut(string text) =>
        text.Length <= PassageLength ? text : text[..(char.IsHighSurrogate(text[PassageLength - 1]) ? PassageLength - 1 : PassageLength)] + "…";
}

/// <summary>A named fact about a question.</summary>
internal sealed record CaseFact(string Name, string Text);

/// <summary>A passage found.</summary>
internal sealed record CasePassage(string Heading, bool IsRight, string Path, string Score, string Text);
