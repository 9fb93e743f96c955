using System.Security.Cryptography;
using System.Text;
using AzuSena.Memory.Corpus.Formats.Pdf;

namespace AzuSena.Memory.Corpus.Formats;

/// <summary>The supported document formats.</summary>
public static class DocumentFormats
{
    private static readonly IDocumentFormat[] All =
    [
        new MarkdownFormat(),
        new PlainTextFormat(),
        new HtmlFormat(),
        new PdfFormat(),
        new DocxFormat(),
        new PptxFormat(),
        new OdtFormat(),
        new EpubFormat(),
        new XlsxFormat(),
        new CsvFormat(),
        new JsonFormat(),
        new JsonLinesFormat(),
    ];

    /// <summary>Every supported file name extension, in the order of the list.</summary>
    public static IReadOnlyList<string> Extensions { get; } = [.. All.SelectMany(format => format.Extensions)];

    /// <summary>The format for a file name extension, or null.</summary>
    public static IDocumentFormat? Of(string path)
    {
        var extension = Path.GetExtension(path);
        return Array.Find(All, format => format.Extensions.Contains(extension, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>The version of everything besides the bytes that determines how a document is read; a stored document of another version is stale.</summary>
    public static byte[] VersionFor(DocumentSource source) =>
        [
            .. Of(source.Path) is { UsesMappings: true } ? Encoding.UTF8.GetBytes(source.Mappings.Fingerprint) : [],
            .. source.Ocr is not null && Of(source.Path) is PdfFormat ? "ocr"u8.ToArray() : [],
            .. source.Questions is { } questions ? SHA256.HashData(questions.Content) : [],
        ];
}
