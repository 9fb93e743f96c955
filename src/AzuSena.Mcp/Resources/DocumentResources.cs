using System.Net.Mime;
using AzuSena.Errors;
using AzuSena.Memory.Storage;
using AzuSena.Passages;
using AzuSena.Spanish;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace AzuSena.Mcp.Resources;

/// <summary>The documents and their passages as resources: documents are listed, and each is read as its passages.</summary>
internal sealed class DocumentResources(PassageStore store)
{
    /// <summary>Passages of one document in one reply; a table may have many thousands.</summary>
    public const int MaxPassages = 200;

    private const int PageSize = 100;

    private static readonly ResourceTemplate[] Templates =
    [
        Template("passage", ResourceUris.PassageTemplate),
        Template("document", ResourceUris.DocumentTemplate),
        Template("document_by_title", ResourceUris.TitleTemplate),
    ];

    /// <summary>A page of the documents, by title.</summary>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.RequestInvalid"/>: the cursor is not one of this list.</exception>
    public ValueTask<ListResourcesResult> ListAsync(RequestContext<ListResourcesRequestParams> request, CancellationToken cancellationToken)
    {
        using var snapshot = store.Read();
        var page = Page<DocumentInfo>.Of(snapshot.Documents(), request.Params?.Cursor, PageSize);
        return ValueTask.FromResult(new ListResourcesResult { Resources = [.. page.Items.Select(Describe)], NextCursor = page.NextCursor });
    }

    /// <summary>The forms of addresses.</summary>
    public static ValueTask<ListResourceTemplatesResult> ListTemplatesAsync(
        RequestContext<ListResourceTemplatesRequestParams> request, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new ListResourceTemplatesResult { ResourceTemplates = [.. Templates] });

    /// <summary>Reads a passage, or a document as its passages.</summary>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.PassageNotFound"/>, <see cref="ErrorCode.NotFound"/>.</exception>
    public ValueTask<ReadResourceResult> ReadAsync(RequestContext<ReadResourceRequestParams> request, CancellationToken cancellationToken)
    {
        using var snapshot = store.Read();
        return ValueTask.FromResult(new ReadResourceResult { Contents = Read(snapshot, request.Params?.Uri ?? "") });
    }

    private static List<ResourceContents> Read(StoreSnapshot snapshot, string uri)
    {
        if (ResourceUris.PassageId(uri) is { } id)
        {
            return [ContentOf(snapshot.Find(id) ?? throw new AzuSenaException(ErrorCode.PassageNotFound))];
        }

        var paths = PathsOf(snapshot, uri);
        var contents = paths.SelectMany(path => snapshot.PassagesOf(path, MaxPassages + 1)).Take(MaxPassages + 1).Select(ContentOf).ToList<ResourceContents>();
        if (contents.Count == 0)
        {
            throw new AzuSenaException(ErrorCode.NotFound, McpTexts.Get("ResourceNotFound"));
        }

        if (contents.Count > MaxPassages)
        {
            contents[^1] = new TextResourceContents { Uri = uri, MimeType = MediaTypeNames.Text.Plain, Text = McpTexts.Get("DocumentCut", MaxPassages) };
        }

        return contents;
    }

    private static List<string> PathsOf(StoreSnapshot snapshot, string uri)
    {
        if (ResourceUris.Title(uri) is not { } title)
        {
            return ResourceUris.DocumentPath(uri) is { } path ? [path] : [];
        }

        var wanted = SpanishAnalyzer.Fold(title);
        return [.. snapshot.Documents().Where(document => SpanishAnalyzer.Fold(document.Title) == wanted).Select(document => document.Path)];
    }

    private static Resource Describe(DocumentInfo document) => new()
    {
        Uri = ResourceUris.OfDocument(document),
        Name = document.Path,
        Title = document.Title,
        Description = document.Source,
        MimeType = MediaTypeNames.Text.Plain,
    };

    private static TextResourceContents ContentOf(Passage passage) => new()
    {
        Uri = ResourceUris.OfPassage(passage.Id),
        MimeType = MediaTypeNames.Text.Plain,
        Text = $"{passage.Place}\n\n{passage.Text}",
    };

    private static ResourceTemplate Template(string name, string address) => new()
    {
        Name = name,
        Title = McpTexts.Get($"Template_{name}"),
        Description = McpTexts.Get($"Template_{name}_description"),
        UriTemplate = address,
        MimeType = MediaTypeNames.Text.Plain,
    };
}
