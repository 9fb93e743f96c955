using AzuSena.Passages;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace AzuSena.Memory.Corpus.Formats.Pdf;

/// <summary>
/// PDF with text: paragraphs in reading order, column by column, and tables row by row, each with its page. Pages without text are named; a file without any
/// is rejected, not indexed as empty.
/// </summary>
internal sealed class PdfFormat : IDocumentFormat
{
    private const int MaxPages = 5_000;
    private const int StartLines = 40;

    // Running heads are recognised by repetition within so many pages, so that only these are held in memory.
    private const int Window = 64;

    public IReadOnlyList<string> Extensions => [".pdf"];

    public long MaxBytes => SizeLimits.Binary;

    public CorpusDocument Read(DocumentSource source)
    {
        try
        {
            using var pdf = PdfDocument.Open(source.Content, new ParsingOptions { UseLenientParsing = true, FilterProvider = new PdfFilters() });
            if (pdf.NumberOfPages > MaxPages)
            {
                throw new DocumentException("PdfTooLong", MaxPages);
            }

            using var reading = new PdfReading(pdf, source);
            var sections = PdfSections.Of(reading.Pages(Window), reading.Confidence);
            if (sections.Count == 0)
            {
                throw new DocumentException(reading.HasUnknownFonts ? "PdfUnreadable" : "PdfWithoutText");
            }

            var start = sections.SelectMany(section => section.Lines).Take(StartLines).ToList();
            var title = DocumentTitle.Choose(pdf.Information.Title, FirstHeading(sections), source, start);
            return new CorpusDocument(new DocumentInfo(source.Path, title), WithoutTitle(sections, title))
            {
                Pages = pdf.NumberOfPages,
                Notes = reading.Notes(source.Path),
            };
        }
        catch (PdfDocumentEncryptedException exception)
        {
            throw new DocumentException("DocumentEncrypted", exception);
        }
    }

    private static string? FirstHeading(List<Section> sections) =>
        sections[0].HeadingPath is [var first, ..] ? first : sections is [{ Lines.Count: <= 5 }, { HeadingPath: [var next, ..], Locator.Page: 1 }, ..]
            ? next : null;

    // As in the other formats, the title is not repeated in the paths; on the page it still stands.
    private static List<Section> WithoutTitle(List<Section> sections, string title)
    {
        var isFirst = true;
        return sections.ConvertAll(section =>
        {
            if (section.HeadingPath is not [var first, ..] || !first.Equals(title, StringComparison.OrdinalIgnoreCase))
            {
                return section;
            }

            IReadOnlyList<string> lines = isFirst ? [PassageText.HeadingMark + first, .. section.Lines] : section.Lines;
            isFirst = false;
            return section with { HeadingPath = [.. section.HeadingPath.Skip(1)], Lines = lines };
        });
    }
}
