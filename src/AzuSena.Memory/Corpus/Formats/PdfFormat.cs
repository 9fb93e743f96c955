using AzuSena.Passages;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace AzuSena.Memory.Corpus.Formats;

/// <summary>PDF with text: paragraphs in reading order, column by column, each with its page. A scan without text is rejected, not indexed as empty.</summary>
internal sealed class PdfFormat : IDocumentFormat
{
    private const int MaxPages = 5_000;

    public IReadOnlyList<string> Extensions => [".pdf"];

    public long MaxBytes => SizeLimits.Binary;

    public CorpusDocument Read(DocumentSource source)
    {
        try
        {
            using var pdf = PdfDocument.Open(source.Content, new ParsingOptions { UseLenientParsing = true, FilterProvider = new PdfFilters() });
            var sections = ReadPages(pdf, source.CancellationToken);
            return sections.Count > 0
                ? new CorpusDocument(new DocumentInfo(source.Path, Title(pdf) ?? source.TitleFromPath), sections)
                : throw new DocumentException("PdfWithoutText");
        }
        catch (PdfDocumentEncryptedException exception)
        {
            throw new DocumentException("DocumentEncrypted", exception);
        }
    }

    private static List<Section> ReadPages(PdfDocument pdf, CancellationToken cancellationToken)
    {
        if (pdf.NumberOfPages > MaxPages)
        {
            throw new DocumentException("PdfTooLong", MaxPages);
        }

        var pages = new List<List<string>>();
        foreach (var page in pdf.GetPages())
        {
            cancellationToken.ThrowIfCancellationRequested();
            pages.Add(PdfParagraphs.Of(page));
        }

        PdfPages.RemoveRunningLines(pages);
        PdfPages.JoinAcrossPages(pages);
        return pages
            .Select((lines, i) => new Section([], lines, new Locator(Page: i + 1)))
            .Where(section => section.Lines.Count > 0)
            .ToList();
    }

    // Many programs write the name of the printed file as the title.
    private static string? Title(PdfDocument pdf) =>
        SectionBuilder.OneLine(pdf.Information.Title ?? "") is { Length: > 3 } title
        && !title.Contains("Microsoft", StringComparison.OrdinalIgnoreCase)
        && Path.GetExtension(title).Length == 0
            ? title
            : null;
}
