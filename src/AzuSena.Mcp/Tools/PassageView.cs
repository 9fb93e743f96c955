using System.ComponentModel;
using AzuSena.Mcp.Resources;
using AzuSena.Passages;

namespace AzuSena.Mcp.Tools;

/// <summary>A passage as the tools give it.</summary>
internal sealed record PassageView(
    [property: Description("El identificador del pasaje.")] string PassageId,
    [property: Description("La dirección del pasaje como recurso.")] string Uri,
    [property: Description("El texto del pasaje.")] string Text,
    [property: Description("Los títulos de sección encima del pasaje, de fuera hacia dentro.")] IReadOnlyList<string> Headings,
    [property: Description("Su documento.")] DocumentView Document,
    [property: Description("La página, la fila o el artículo, si el documento los tiene.")] string? Locator = null,
    [property: Description("De 0 a 1, comparable solo dentro de esta búsqueda.")] double? Score = null)
{
    /// <summary>A passage.</summary>
    public static PassageView Of(Passage passage, double? score = null) => new(
        passage.Id,
        ResourceUris.OfPassage(passage.Id),
        passage.Text,
        passage.HeadingPath,
        DocumentView.Of(passage.Document),
        passage.Locator?.Text,
        score);
}

/// <summary>A document as the tools give it.</summary>
internal sealed record DocumentView(
    [property: Description("La ruta del documento.")] string Path,
    [property: Description("La dirección del documento como recurso.")] string Uri,
    string Title,
    string? Source = null,
    [property: Description("La fecha a la que vale.")] DateOnly? Date = null,
    IReadOnlyList<string>? Topics = null,
    [property: Description("Cuándo rige, si empieza o termina.")] string? Validity = null)
{
    /// <summary>A document.</summary>
    public static DocumentView Of(DocumentInfo document) =>
        new(document.Path, ResourceUris.OfDocument(document), document.Title, document.Source, document.AsOf, document.Topics, document.Validity);
}
