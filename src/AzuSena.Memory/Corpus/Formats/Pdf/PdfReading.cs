using AzuSena.Errors;
using AzuSena.Memory.Corpus.Ocr;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace AzuSena.Memory.Corpus.Formats.Pdf;

/// <summary>Reads the pages of a PDF, and remembers which could not be read.</summary>
internal sealed class PdfReading(PdfDocument pdf, DocumentSource source) : IDisposable
{
    // Beyond this share of a page in fonts whose characters are not known, the page counts as unreadable.
    private const double MuchUnknown = 0.3;

    // Outlines of characters are drawn as paths.
    private const int ManyPaths = 200;

    // Below it, what was recognised is doubtful.
    private const double Doubtful = 0.8;

    private readonly PdfFonts _fonts = new();
    private readonly Dictionary<int, double> _confidence = [];
    private string? _file;
    private readonly List<int> _withoutText = [];
    private readonly List<int> _unknownFonts = [];
    private readonly List<int> _damaged = [];

    /// <summary>Whether any page has text in fonts whose characters are not known.</summary>
    public bool HasUnknownFonts => _unknownFonts.Count > 0;

    /// <summary>How sure the text of the pages is that were recognised from a picture, 0 to 1.</summary>
    public IReadOnlyDictionary<int, double> Confidence => _confidence;

    /// <summary>The blocks of each page.</summary>
    /// <param name="window">How many pages are compared to find running heads.</param>
    public List<(int Page, List<PdfBlock> Blocks)> Pages(int window)
    {
        var read = new List<(int, List<PdfBlock>)>();
        foreach (var numbers in Enumerable.Range(1, pdf.NumberOfPages).Chunk(window))
        {
            var pages = numbers.Select(number => Page(number)).OfType<PdfPageText>().ToList();
            PdfRunningLines.Remove(pages.ConvertAll(page => page.Lines));
            read.AddRange(pages.Select(page => (page.Number, page.Blocks(source.CancellationToken))));
        }

        return read;
    }

    /// <summary>What could not be read.</summary>
    public IReadOnlyList<DocumentNote> Notes(string path) =>
    [
        .. Note(path, _withoutText, "pages_without_text", source.Ocr is null ? "PdfPagesWithoutText" : "PdfPagesNotRecognised"),
        .. Note(path, _unknownFonts, "pages_unreadable", "PdfPagesUnreadable"),
        .. Note(path, [.. _confidence.Where(page => page.Value < Doubtful).Select(page => page.Key).Order()], "ocr_doubtful", "PdfOcrDoubtful"),
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
        source.CancellationToken.ThrowIfCancellationRequested();
        try
        {
            var page = pdf.GetPage(number);
            _fonts.Count(page);
            return NeedsOcr(page) is { } unread
                ? Recognised(page) ?? Unread(page, unread)
                : PdfPageText.Of(page, PdfForm.Values(pdf, page), _fonts.IsReadable);
        }
        catch (Exception exception) when (exception is not (DocumentException or OperationCanceledException or OutOfMemoryException) && pdf.NumberOfPages > 1)
        {
            // The other pages are read.
            _damaged.Add(number);
            return null;
        }
    }

    // The list that the page belongs to if it cannot be read; null if it can.
    private List<int>? NeedsOcr(Page page)
    {
        var unknown = page.Letters.Count(letter => !_fonts.IsReadable(letter.FontName ?? ""));
        return unknown > MuchUnknown * page.Letters.Count ? _unknownFonts
            : page.Letters.All(letter => string.IsNullOrWhiteSpace(letter.Value)) && (page.NumberOfImages > 0 || page.Paths.Count > ManyPaths) ? _withoutText
            : null;
    }

    private PdfPageText Unread(Page page, List<int> list)
    {
        list.Add(page.Number);
        return PdfPageText.Of(page, PdfForm.Values(pdf, page), _fonts.IsReadable);
    }

    private PdfPageText? Recognised(Page page)
    {
        if (source.Ocr is null)
        {
            return null;
        }

        if (_file is null)
        {
            _file = Path.Combine(Path.GetTempPath(), $"azusena-{Guid.NewGuid():N}.pdf");
            File.WriteAllBytes(_file, source.Content);
        }

        source.MoreTime(PageOcr.PageTimeout);
        if (source.Ocr.Read(_file, page.Number, page.Width, page.Height, source.CancellationToken) is not { } recognised)
        {
            return null;
        }

        _confidence[page.Number] = recognised.Confidence;
        return PdfPageText.Of(page.Number, recognised.Words);
    }

    /// <summary>Deletes the copy of the file that pages were recognised from.</summary>
    public void Dispose()
    {
        if (_file is not null)
        {
            File.Delete(_file);
        }
    }
}
