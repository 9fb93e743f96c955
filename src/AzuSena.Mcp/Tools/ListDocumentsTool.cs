using System.ComponentModel;
using AzuSena.Memory.Storage;
using AzuSena.Spanish;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace AzuSena.Mcp.Tools;

/// <summary>The tool <c>list_documents</c>: the documents by title, a page at a time.</summary>
internal sealed class ListDocumentsTool(PassageStore store) : McpTool<ListDocumentsTool.Arguments, ListDocumentsTool.Result>("list_documents")
{
    private const int PageSize = 100;

    /// <inheritdoc/>
    protected override ValueTask<Result> RunAsync(Arguments arguments, RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken)
    {
        using var snapshot = store.Read();
        var documents = snapshot.Documents()
            .Where(document => Holds(document.Title, arguments.Title))
            .Where(document => arguments.Topic is null || document.Topics?.Any(topic => Holds(topic, arguments.Topic)) == true)
            .ToList();
        var page = Page<Passages.DocumentInfo>.Of(documents, arguments.Cursor, PageSize);
        return ValueTask.FromResult(new Result([.. page.Items.Select(DocumentView.Of)], documents.Count, page.NextCursor));
    }

    private static bool Holds(string text, string? part) =>
        part is null || SpanishAnalyzer.Fold(text).Contains(SpanishAnalyzer.Fold(part), StringComparison.Ordinal);

    /// <summary>The arguments.</summary>
    internal sealed record Arguments(
        [property: Description("Solo los que tienen este texto en el título, con o sin tildes.")] string? Title = null,
        [property: Description("Solo los que tienen este tema.")] string? Topic = null,
        [property: Description("El next_cursor de la página anterior.")] string? Cursor = null);

    /// <summary>A page of documents.</summary>
    internal sealed record Result(
        [property: Description("Los documentos, por título.")] IReadOnlyList<DocumentView> Documents,
        [property: Description("Cuántos hay en total.")] int Total,
        [property: Description("Pide la página siguiente; no está en la última.")] string? NextCursor = null);
}
