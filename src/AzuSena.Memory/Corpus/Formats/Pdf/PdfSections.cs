using System.Text.RegularExpressions;
using AzuSena.Passages;
using AzuSena.Spanish.Legal;

namespace AzuSena.Memory.Corpus.Formats.Pdf;

/// <summary>Puts the blocks of all pages under their headings, which are told by size, weight and numbering.</summary>
internal sealed partial class PdfSections
{
    private const double Larger = 1.12;
    private const double Smaller = 0.92;
    private const int MaxHeading = 150;
    private const int MaxHeadingLines = 3;

    private readonly double _body;
    private readonly bool _isBoldBody;
    private readonly List<double> _sizes;
    private readonly List<Section> _sections = [];
    private readonly List<(int Level, string Text)> _path = [];
    private readonly List<string> _lines = [];
    private readonly CharacterBudget _budget = new();
    private IReadOnlyDictionary<int, double> _confidence = new Dictionary<int, double>();
    private int _page;
    private bool _isOpen = true;

    private PdfSections(IReadOnlyList<(int Page, List<PdfBlock> Blocks)> pages)
    {
        var blocks = pages.SelectMany(page => page.Blocks).ToList();
        _body = blocks.GroupBy(block => Math.Round(block.Size * 2) / 2).MaxBy(group => group.Sum(block => block.Text.Length))?.Key ?? 10;
        _isBoldBody = blocks.Where(block => block.IsBold).Sum(block => block.Text.Length) > 0.4 * blocks.Sum(block => block.Text.Length);
        _sizes = blocks.Where(IsHeading).Select(block => Math.Round(block.Size)).Where(size => size > _body).Distinct().OrderDescending().ToList();
    }

    /// <summary>The sections of a document.</summary>
    /// <param name="pages">The blocks of each page.</param>
    /// <param name="confidence">How sure the text of pages is that were recognised from a picture.</param>
    public static List<Section> Of(IReadOnlyList<(int Page, List<PdfBlock> Blocks)> pages, IReadOnlyDictionary<int, double>? confidence = null)
    {
        MarkFootnotes(pages);
        JoinAcrossPages(pages);
        var sections = new PdfSections(pages) { _confidence = confidence ?? new Dictionary<int, double>() };
        foreach (var (page, blocks) in pages)
        {
            sections.Add(page, blocks);
        }

        sections.Close();
        return sections._sections;
    }

    private void Add(int page, List<PdfBlock> blocks)
    {
        Close();
        _page = page;
        for (var i = 0; i < blocks.Count; i++)
        {
            _budget.Take(blocks[i].Text.Length);
            if (IsHeading(blocks[i]))
            {
                Open(blocks[i]);
            }
            else
            {
                _isOpen = true;
                _lines.Add((blocks[i].Kind is PdfBlockKind.Row ? PassageText.ItemMark : "") + blocks[i].Text);
            }
        }
    }

    private void Open(PdfBlock heading)
    {
        Close();
        var level = Level(heading);
        if (!_isOpen && _path is [.., var last] && last.Level >= level)
        {
            // A heading directly above another of its level, such as the lines of a title page, is text, so that it is not lost.
            _path.RemoveAt(_path.Count - 1);
            _lines.Add(last.Text);
        }

        _path.RemoveAll(above => above.Level >= level);
        Close();
        _path.Add((level, heading.Text));
        _isOpen = false;
    }

    private void Close()
    {
        if (_lines.Count > 0)
        {
            _sections.Add(new Section([.. _path.Select(above => above.Text)], [.. _lines], new Locator(Page: _page)
            {
                Ocr = _confidence.TryGetValue(_page,
                out var sure) ? sure : null
            }));
            _lines.Clear();
        }
    }

    // Larger type first, then bold capitals, then bold type; "2.1" stands below "2".
    private int Level(PdfBlock block)
    {
        var level = block.Size > _body * Larger ? _sizes.IndexOf(Math.Round(block.Size)) : _sizes.Count + (IsUpper(block.Text) ? 0 : 1);
        return (level * 10) + Math.Min(9, Numbering().Match(block.Text).Value.Count(c => c == '.'));
    }

    private bool IsHeading(PdfBlock block) =>
        block.Kind is PdfBlockKind.Text
        && block.Lines <= MaxHeadingLines
        && block.Text.Length is > 2 and <= MaxHeading
        && block.Text[^1] is not ('.' or ';' or ',' or ':')
        && block.Text.Count(char.IsLetter) > block.Text.Length / 2
        && !PassageText.IsItem(block.Text)
        && !char.IsLower(block.Text[0])
        && (block.Size > _body * Larger
            || (block.IsBold && !_isBoldBody && block.Size >= _body * Smaller)
            || LegalText.PartOpened(block.Text) is not null
            || (IsUpper(block.Text) && Numbering().IsMatch(block.Text) && block.Text.Length <= 80));

    private static bool IsUpper(string text) => !text.Any(char.IsLower);

    // Small type at the foot of a page that starts with a number or a star.
    private static void MarkFootnotes(IReadOnlyList<(int Page, List<PdfBlock> Blocks)> pages)
    {
        var body = pages.SelectMany(page => page.Blocks).GroupBy(block => Math.Round(block.Size * 2) / 2).MaxBy(group => group.Sum(block =>
            block.Text.Length))?.Key ?? 0;
        foreach (var (_, blocks) in pages)
        {
            var first = blocks.Count;
            while (first > 0 && blocks[first - 1] is { Kind: PdfBlockKind.Text } block && block.Size <= body * Smaller)
            {
                first--;
            }

            var note = blocks.FindIndex(first, block => FootnoteStart().IsMatch(block.Text));
            for (var i = note; i >= 0 && i < blocks.Count; i++)
            {
                blocks[i] = blocks[i] with { Kind = PdfBlockKind.Footnote };
            }
        }
    }

    // The rest of a paragraph that continues on the next page is moved to the page where it starts.
    private static void JoinAcrossPages(IReadOnlyList<(int Page, List<PdfBlock> Blocks)> pages)
    {
        for (var i = 1; i < pages.Count; i++)
        {
            var (above, below) = (pages[i - 1].Blocks, pages[i].Blocks);
            if (below is [var next, ..] && above.FindLastIndex(block => block.Kind is not PdfBlockKind.Footnote) is >= 0 and var last
                && PdfParagraphs.IsBrokenOff(above[last], next))
            {
                PdfParagraphs.Continue(above, [next]);
                below.RemoveAt(0);
            }
        }
    }

    [GeneratedRegex(@"^(?:\d{1,2}\.)*\d{1,2}\.?\s", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Numbering();

    [GeneratedRegex(@"^(?:[¹²³⁴⁵⁶⁷⁸⁹⁰]+|\d{1,3}|\*)\s*\p{L}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex FootnoteStart();
}
