using System.ComponentModel;
using AzuSena.Answers;
using AzuSena.Mcp.Resources;

namespace AzuSena.Mcp.Tools;

/// <summary>The result of <c>ask</c>.</summary>
internal sealed record AskResult(
    [property: Description("La respuesta, en Markdown, con números de cita como [1].")] string Answer,
    [property: Description("El comienzo de la respuesta que contesta por sí solo, sin números de cita; null si no se contesta nada.")] string? Lead,
    [property: Description("Cuánto de lo preguntado responden los documentos: complete, partial o none.")] Completeness Completeness,
    [property: Description("Si los documentos no lo responden.")] bool Abstained,
    [property: Description("La probabilidad de que los documentos lo respondan, de 0 a 1.")] double Confidence,
    [property: Description("Si la respuesta es insegura.")] bool LowConfidence,
    [property: Description("Cómo se hizo: extractive, o el servidor y su modelo.")] string Mode,
    [property: Description("El identificador de la pregunta.")] string QuestionId,
    [property: Description("La conversación, si la pregunta es de una.")] string? ConversationId,
    [property: Description("Los pasajes citados, en el orden del texto.")] IReadOnlyList<CitedPassage> Citations,
    [property: Description("Lo demás que se encontró, citado, lo mejor primero.")] IReadOnlyList<CitedPassage>? More,
    [property: Description("Preguntas que se pueden hacer después.")] IReadOnlyList<string>? Suggestions,
    [property: Description("Si se abstuvo, los documentos más cercanos.")] IReadOnlyList<ClosePassage>? Closest)
{
    /// <summary>The result of an answer.</summary>
    public static AskResult Of(Answer answer, IReadOnlyList<ClosestPassage> closest) => new(
        answer.Response,
        answer.Lead,
        answer.Completeness,
        answer.Abstained,
        answer.Confidence,
        answer.LowConfidence,
        answer.Mode,
        answer.QuestionId,
        answer.ConversationId,
        [.. answer.Citations.Select(CitedPassage.Of)],
        answer.More is null ? null : [.. answer.More.Select(CitedPassage.Of)],
        answer.Suggestions,
        closest.Count == 0 ? null : [.. closest.Select(passage => new ClosePassage(passage.Title, passage.PassageId, ResourceUris.OfPassage(passage.PassageId)))]);
}

/// <summary>A cited passage.</summary>
internal sealed record CitedPassage(
    [property: Description("El número de la cita en el texto.")] int Number,
    [property: Description("El identificador del pasaje, para get_passage.")] string PassageId,
    [property: Description("La dirección del pasaje como recurso.")] string Uri,
    string Title,
    string? Source,
    [property: Description("La fecha a la que vale el documento.")] DateOnly? Date,
    [property: Description("El lugar en el documento.")] string? Locator,
    [property: Description("El texto citado, tal como está en el pasaje.")] string Quote)
{
    /// <summary>The passage of a citation.</summary>
    public static CitedPassage Of(Citation citation) => new(
        citation.Number,
        citation.PassageId,
        ResourceUris.OfPassage(citation.PassageId),
        citation.Title,
        citation.Source,
        citation.Date,
        citation.Locator,
        citation.Quote);
}

/// <summary>A passage that is close to a question that the documents do not answer.</summary>
internal sealed record ClosePassage(string Title, string PassageId, string Uri);
