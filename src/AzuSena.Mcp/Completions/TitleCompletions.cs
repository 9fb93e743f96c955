using AzuSena.Mcp.Resources;
using AzuSena.Memory.Storage;
using AzuSena.Spanish;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace AzuSena.Mcp.Completions;

/// <summary>
/// Completes what a person types: a document's title or path in the address of a document, and a listed question in a prompt. Accents and case do not count;
/// what begins with the text goes before what only holds it.
/// </summary>
internal sealed class TitleCompletions(PassageStore store)
{
    // The most that the protocol allows.
    private const int Most = 100;

    /// <summary>The completions; none for an argument that has no list.</summary>
    public ValueTask<CompleteResult> CompleteAsync(RequestContext<CompleteRequestParams> request, CancellationToken cancellationToken)
    {
        using var snapshot = store.Read();
        var typed = SpanishAnalyzer.Fold(request.Params?.Argument?.Value ?? "");
        var all = Candidates(snapshot, request.Params)
            .Select(candidate => (candidate.Value, Place: candidate.Names.Min(name => PlaceIn(SpanishAnalyzer.Fold(name), typed))))
            .Where(candidate => candidate.Place is not null)
            .OrderBy(candidate => candidate.Place > 0)
            .Select(candidate => candidate.Value)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return ValueTask.FromResult(new CompleteResult
        {
            Completion = new Completion { Values = [.. all.Take(Most)], Total = all.Count, HasMore = all.Count > Most },
        });
    }

    private static IEnumerable<(string Value, string[] Names)> Candidates(StoreSnapshot snapshot, CompleteRequestParams? asked) =>
        (asked?.Ref, asked?.Argument?.Name) switch
        {
            (ResourceTemplateReference { Uri: ResourceUris.TitleTemplate }, "title") =>
                snapshot.Documents().Select(document => (document.Title, new[] { document.Title })),
            (ResourceTemplateReference { Uri: ResourceUris.DocumentTemplate }, "path") =>
                snapshot.Documents().Select(document => (document.Path, new[] { document.Path, document.Title })),
            (PromptReference, "question") => snapshot.ListedQuestions().Select(listed => (listed.Question, new[] { listed.Question })),
            _ => [],
        };

    private static int? PlaceIn(string text, string typed) => text.IndexOf(typed, StringComparison.Ordinal) is >= 0 and var place ? place : null;
}
