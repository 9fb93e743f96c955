using AzuSena.Errors;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace AzuSena.Memory.Corpus.Formats.Pdf;

/// <summary>Reads the pages of a PDF, and remembers which could not be read.</summary>
internal sealed class PdfReading(PdfDocument pdf, CancellationToken cancellationToken)
{
    // Beyond this share of a page in fonts whose characters are not known, the page counts as unreadable.
    private const double MuchUnknown = 0.3;

    // Outlines of characters are drawn as paths.
    private const int ManyPaths = 200;

    private readonly PdfFonts _fonts = new();
    private readonly List<int> _withoutText = [];
    private readonly List<int> _unknownFonts = [];
    private readonly List<int> _damaged = [];

    /// <summary>Whether any page has text in fonts whose characters are not known.</summary>
    public bool HasUnknownFonts => _unknownFonts.Count > 0;

    /// <summary>The blocks of each page.</summary>
    /// <param name="window">How many pages are compared to find running heads.</param>
    public List<(int Page, List<PdfBlock> Blocks)> Pages(int window)
    {
        var read = new List<(int, List<PdfBlock>)>();
        foreach (var numbers in Enumerable.Range(1, pdf.NumberOfPages).Chunk(window))
        {
            var pages = numbers.Select(number => Page(number)).OfType<PdfPageText>().ToList();
            PdfRunningLines.Remove(pages.ConvertAll(page => page.Lines));
            read.AddRange(pages.Select(page => (page.Number, page.Blocks(cancellationToken))));
        }

        return read;
    }

    /// <summary>What could not be read.</summary>
    public IReadOnlyList<DocumentNote> Notes(string path) =>
    [
        .. Note(path, _withoutText, "pages_without_text", "PdfPagesWithoutText"),
        .. Note(path, _unknownFonts, "pages_unreadable", "PdfPagesUnreadable"),
        .. Note(path, _damaged, "pages_damaged", "PdfPagesDamaged"),
    ];

    private static IEnumerable<DocumentNote> Note(string path, List<int> pages, string rule, string reason) =>
        pages.Count == 0 ? [] : [new DocumentNote(path, 0, ErrorCodeNames.Text(reason, Shown(pages))) { Rule = rule }];

    // "1, 3-5"
    private static string Shown(List<int> pages)
    {
        var runs = new List<(int First, int Last)>();
        foreach (var page in pages)
        {
            if (runs.LastOrDefault() is var last && runs.Count > 0 && last.Last + 1 == page)
            {
                runs[^1] = (last.First, page);
            }
            else
            {
                runs.Add((page, page));
            }
        }

        return string.Join(", ", runs.Select(run => run.First == run.Last ? $"{run.First}" : $"{run.First}-{run.Last}"));
    }

    private PdfPageText? Page(int number)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            var page = pdf.GetPage(number);
            _fonts.Count(page);
            Note(page);
            return PdfPageText.Of(page, PdfForm.Values(pdf, page), _fonts.IsReadable);
        }
        catch (Exception exception) when (exception is not (DocumentException or OperationCanceledException or OutOfMemoryException) && pdf.NumberOfPages > 1)
        {
            // The other pages are read.
            _damaged.Add(number);
            return null;
        }
    }

    private void Note(Page page)
    {
        var unknown = page.Letters.Count(letter => !_fonts.IsReadable(letter.FontName ?? ""));
        if (unknown > MuchUnknown * page.Letters.Count)
        {
            _unknownFonts.Add(page.Number);
        }
        else if (page.Letters.All(letter => string.IsNullOrWhiteSpace(letter.Value)) && (page.NumberOfImages > 0 || page.Paths.Count > ManyPaths))
        {
            _withoutText.Add(page.Number);
        }
    }
}
