using AzuSena.Memory.Corpus;
using AzuSena.Memory.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AzuSena.Api.Documents;

/// <summary>Endpoint for the documents and what could not be read of the folder.</summary>
internal static class DocumentEndpoints
{
    public static void MapDocuments(this IEndpointRouteBuilder app) => app.MapGet("/azusena_api/documents", List)
        .WithTags("Documentos")
        .WithSummary("Los documentos indexados, y los archivos que no se leyeron con la razón.");

    private static Ok<DocumentsReport> List(PassageStore store)
    {
        using var snapshot = store.Read();
        return TypedResults.Ok(new DocumentsReport(
        [
            .. snapshot.DocumentStates().Select(Held)
                .Concat(snapshot.LeftOut().Select(LeftOut))
                .OrderBy(document => document.Path, StringComparer.Ordinal),
        ]));
    }

    private static DocumentReport Held(DocumentState document) => new(
        document.Info.Title,
        document.Info.Path,
        Kind(document.Info.Path),
        document.Pages,
        document.Passages,
        document.Notes.Count == 0 ? "indexed" : "partly_indexed",
        [.. document.Notes.Select(Warning)],
        document.IndexedAt);

    private static DocumentReport LeftOut(LeftOutFile file) => new(
        Title: null,
        file.Path,
        Kind(file.Path),
        Pages: null,
        Passages: 0,
        file.Failed ? "failed" : "passed_over",
        [new DocumentWarning(file.Rule ?? "unreadable", file.Line, file.Reason)],
        IndexedAt: null);

    private static DocumentWarning Warning(DocumentNote note) => new(note.Rule!, note.Line == 0 ? null : note.Line, note.Text);

    private static string Kind(string path) => Path.GetExtension(path).TrimStart('.').ToLowerInvariant();

    /// <summary>The documents of the folder.</summary>
    /// <param name="Documents">Those that are indexed, and the files that were not read, by path.</param>
    internal sealed record DocumentsReport(IReadOnlyList<DocumentReport> Documents);

    /// <summary>A file of the folder.</summary>
    /// <param name="Title">The document's title; absent if it was not read.</param>
    /// <param name="Path">Its path below the folder.</param>
    /// <param name="Kind">The ending of its name.</param>
    /// <param name="Pages">The number of its pages, if it has some.</param>
    /// <param name="Passages">The number of its passages.</param>
    /// <param name="State"><c>indexed</c>, <c>partly_indexed</c> (see the warnings), <c>failed</c> or <c>passed_over</c>.</param>
    /// <param name="Warnings">What was left out, and what to do.</param>
    /// <param name="IndexedAt">When it was read.</param>
    internal sealed record DocumentReport(
        string? Title,
        string Path,
        string Kind,
        int? Pages,
        int Passages,
        string State,
        IReadOnlyList<DocumentWarning> Warnings,
        DateTimeOffset? IndexedAt);

    /// <summary>Something that was left out.</summary>
    /// <param name="Rule">Stable name of the reason.</param>
    /// <param name="Line">The line, from 1, if known.</param>
    /// <param name="Text">The reason and what to do, in Spanish.</param>
    internal sealed record DocumentWarning(string Rule, int? Line, string Text);
}
