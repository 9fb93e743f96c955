using System.Text;

namespace AzuSena.Memory.Corpus.Formats;

/// <summary>The list of formats that a corpus may hold.</summary>
public static class DocumentFormats
{
    private static readonly IDocumentFormat[] All =
    [
        new MarkdownFormat(),
        new PlainTextFormat(),
        new HtmlFormat(),
        new PdfFormat(),
        new DocxFormat(),
        new XlsxFormat(),
        new CsvFormat(),
        new JsonFormat(),
        new JsonLinesFormat(),
    ];

    /// <summary>Every file ending that can be read, in the list's order.</summary>
    public static IReadOnlyList<string> Extensions { get; } = [.. All.SelectMany(format => format.Extensions)];

    /// <summary>The format of a file by its ending, or null.</summary>
    public static IDocumentFormat? Of(string path)
    {
        var extension = Path.GetExtension(path);
        return Array.Find(All, format => format.Extensions.Contains(extension, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>What else than its bytes decides how a document is read; a stored document of another version is stale.</summary>
    public static byte[] VersionFor(DocumentSource source) =>
        Of(source.Path) is { UsesMappings: true } ? Encoding.UTF8.GetBytes(source.Mappings.Fingerprint) : [];
}
