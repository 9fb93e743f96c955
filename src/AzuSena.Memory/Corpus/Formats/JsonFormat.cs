using System.Text.Json;
using AzuSena.Passages;

namespace AzuSena.Memory.Corpus.Formats;

/// <summary>JSON: lists of objects are tables, at any depth; other values are lines <c>Clave: valor</c> under the keys above them.</summary>
internal sealed class JsonFormat : IDocumentFormat
{
    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    public IReadOnlyList<string> Extensions => [".json"];

    public long MaxBytes => SizeLimits.Text;

    public bool UsesMappings => true;

    public CorpusDocument Read(DocumentSource source)
    {
        using var json = Parse(TextDecoder.Decode(source.Content), firstLine: 1);
        var reader = new JsonSections(source.Mappings, source.CancellationToken);
        reader.Read(json.RootElement, []);
        return new CorpusDocument(new DocumentInfo(source.Path, reader.Title ?? source.TitleFromPath), reader.Sections);
    }

    /// <summary>Parses a text that starts on a line of the file.</summary>
    public static JsonDocument Parse(string text, int firstLine)
    {
        try
        {
            return JsonDocument.Parse(text, Options);
        }
        catch (JsonException exception)
        {
            throw new DocumentException(firstLine + (int)(exception.LineNumber ?? 0), "JsonInvalid", exception);
        }
    }
}
