using AzuSena.Memory.Corpus.Ocr;
using UglyToad.PdfPig.Content;

namespace AzuSena.Memory.Corpus.Formats.Pdf;

/// <summary>The lines of a page, before running heads are removed and columns are found.</summary>
/// <param name="Number">The page, from 1.</param>
/// <param name="Lines">The lines in the direction of most of its text, from top to bottom.</param>
/// <param name="Turned">The lines in other directions, each direction by itself.</param>
/// <param name="Horizontal">Its horizontal rules.</param>
/// <param name="Vertical">Its vertical rules.</param>
internal sealed record PdfPageText(
    int Number, List<PdfLine> Lines, IReadOnlyList<List<PdfLine>> Turned, List<PdfRule> Horizontal, List<PdfRule> Vertical)
{
    // No readable page holds more.
    private const int MaxLetters = 60_000;

    private const double SpaceWidth = 0.15;

    /// <summary>Reads a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="typed">What is typed in its form fields.</param>
    /// <param name="isReadable">Whether the characters of a font are known.</param>
    public static PdfPageText Of(Page page, IEnumerable<PdfGlyph> typed, Predicate<string> isReadable)
    {
        if (page.Letters.Count > MaxLetters)
        {
            return new PdfPageText(page.Number, [], [], [], []);
        }

        var directions = PdfGlyphs.Of(page, isReadable);
        var (degrees, main) = directions.FirstOrDefault();
        var glyphs = degrees == 0 ? [.. main ?? [], .. typed] : main!;

        // Rules are as the page is drawn.
        var (horizontal, vertical) = degrees == 0 ? PdfRule.Of(page) : ([], []);
        return new PdfPageText(
            page.Number, PdfLines.Of(glyphs), [.. directions.Skip(1).Select(direction => PdfLines.Of(direction.Glyphs))], horizontal, vertical);
    }

    /// <summary>A page whose words were recognised from its picture.</summary>
    public static PdfPageText Of(int number, IReadOnlyList<OcrWord> words) => new(
        number,
        PdfLines.Of([.. words.SelectMany(word => new[]
        {
            new PdfGlyph(word.Text, word.Left, word.Right, word.Baseline, word.Size, IsBold: false),
            new PdfGlyph(" ", word.Right, word.Right + (SpaceWidth * word.Size), word.Baseline, word.Size, IsBold: false),
        })]),
        [],
        [],
        []);

    /// <summary>The blocks of the page in reading order.</summary>
    public List<PdfBlock> Blocks(CancellationToken cancellationToken)
    {
        var columns = new PdfColumns(cancellationToken);
        var blocks = new List<PdfBlock>();
        foreach (var region in Turned.Prepend(PdfRuledTables.TakeOut(Lines, Horizontal, Vertical)).SelectMany(direction => columns.Read(direction)))
        {
            PdfParagraphs.Continue(blocks, PdfParagraphs.Of(region));
        }

        return blocks;
    }
}
