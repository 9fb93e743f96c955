using System.ComponentModel;
using System.Text.Json.Serialization;
using AzuSena.Answers;
using AzuSena.Mcp.Resources;
using AzuSena.Passages;

namespace AzuSena.Mcp.Tools;

/// <summary>The result of <c>ask</c>.</summary>
internal sealed record AskResult(
    [property: Description("La respuesta, en Markdown, con números de cita como [1].")] string Answer,
    [property: Description("Cuánto de lo preguntado responden los documentos: complete, partial o none.")] Completeness Completeness,
    [property: Description("Si los documentos no lo responden.")] bool Abstained,
    [property: Description("La probabilidad de que los documentos lo respondan, de 0 a 1.")] double Confidence,
    [property: Description("Si la respuesta es insegura.")] bool LowConfidence,
    [property: Description("Cómo se hizo: extractive, o el servidor y su modelo.")] string Mode,
    [property: Description("El identificador de la pregunta.")] string QuestionId,
    [property: Description("Los pasajes citados, en el orden del texto.")] IReadOnlyList<CitedPassage> Citations,
    [property: Description("El comienzo de la respuesta que contesta por sí solo, sin números de cita; falta si no se contesta nada.")] string? Lead = null,
    [property: Description("La conversación, si la pregunta es de una.")] string? ConversationId = null,
    [property: Description("Lo demás que se encontró, citado, lo mejor primero.")] IReadOnlyList<CitedPassage>? More = null,
    [property: Description("Preguntas que se pueden hacer después.")] IReadOnlyList<string>? Suggestions = null,
    [property: Description("Si se abstuvo, los documentos más cercanos.")] IReadOnlyList<ClosePassage>? Closest = null)
{
    /// <summary>The result of an answer.</summary>
    public static AskResult Of(Answer answer, IReadOnlyList<ClosestPassage> closest) => new(
        answer.Response,
        answer.Completeness,
        answer.Abstained,
        answer.Confidence,
        answer.LowConfidence,
        answer.Mode,
        answer.QuestionId,
        [.. answer.Citations.Select(CitedPassage.Of)],
        answer.Lead,
        answer.ConversationId,
        answer.More is null ? null : [.. answer.More.Select(CitedPassage.Of)],
        answer.Suggestions,
        closest.Count == 0 ? null : [.. closest.Select(ClosePassage.Of)]);
}

/// <summary>A cited passage.</summary>
internal sealed record CitedPassage(
    [property: Description("El número de la cita en el texto.")] int Number,
    [property: Description("El identificador del pasaje, para get_passage.")] string PassageId,
    [property: Description("La dirección del pasaje como recurso.")] string Uri,
    string Title,
    [property: Description("El texto citado, tal como está en el pasaje.")] string Quote,
    string? Source = null,
    [property: Description("La fecha a la que vale el documento.")] DateOnly? Date = null,
    [property: Description("El lugar en el documento.")] string? Locator = null)
{
    /// <summary>Whether it is the result of a tool, which is no resource.</summary>
    [JsonIgnore]
    public bool IsOfTool => PassageId.StartsWith(ToolUse.Scheme, StringComparison.Ordinal);

    /// <summary>The passage of a citation.</summary>
    public static CitedPassage Of(Citation citation) => new(
        citation.Number,
        citation.PassageId,
        citation.Tool is null ? ResourceUris.OfPassage(citation.PassageId) : citation.PassageId,
        citation.Title,
        citation.Quote,
        citation.Source,
        citation.Date,
        citation.Locator);
}

/// <summary>A passage that is close to a question that the documents do not answer.</summary>
internal sealed record ClosePassage(string Title, string PassageId, string Uri)
{
    /// <summary>The passage of an abstention.</summary>
    public static ClosePassage Of(ClosestPassage passage) => new(passage.Title, passage.PassageId, ResourceUris.OfPassage(passage.PassageId));
}
