using System.Globalization;
using System.Text;
using AzuSena.Memory.Corpus.Formats;
using AzuSena.Passages;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace AzuSena.Memory.Corpus;

/// <summary>Reads Markdown as sections of plain lines: without emphasis, links as their text, headings as the path, tables by rows, blocks of HTML as a
/// page.</summary>
internal static class MarkdownSections
{
    private static readonly MarkdownReading Reading = new(pipeline =>
        pipeline.UsePipeTables().UseFootnotes().UseEmphasisExtras(EmphasisExtraOptions.Strikethrough));

    /// <summary>The sections of <paramref name="markdown"/>; a first heading equal to <paramref name="title"/> is not repeated in the path.</summary>
    public static List<Section> Read(string markdown, string? title, CancellationToken cancellationToken = default)
    {
        var sections = new SectionBuilder(cancellationToken);
        var document = Parse(markdown);
        var notes = document.OfType<FootnoteGroup>().SelectMany(group => group.OfType<Footnote>()).DistinctBy(note => note.Order).ToDictionary(note =>
            note.Order);
        foreach (var block in document)
        {
            if (block is HeadingBlock heading)
            {
                sections.Heading(heading.Level, PlainText(heading.Inline));
            }
            else if (block is not FootnoteGroup)
            {
                AddLines(block, sections, "", cancellationToken);
            }

            AddNotes(block, notes, sections);
        }

        return sections.Build(title);
    }

    /// <summary>The first level-1 heading, or null.</summary>
    public static string? FirstHeading(string markdown) => Parse(markdown)
        .OfType<HeadingBlock>()
        .Where(heading => heading.Level == 1)
        .Select(heading => PlainText(heading.Inline))
        .FirstOrDefault(text => text.Length > 0);

    private static MarkdownDocument Parse(string markdown)
    {
        try
        {
            return Reading.Parse(markdown);
        }
        catch (ArgumentException exception)
        {
            // Markdig's guard against text that would overflow the stack.
            throw new DocumentException(1, "MarkdownTooDeep", exception);
        }
    }

    private static void AddLines(Block block, SectionBuilder sections, string marker, CancellationToken cancellationToken)
    {
        switch (block)
        {
            case Table table:
                TableText.Add(sections, table.OfType<TableRow>().Select(Cells));
                break;
            case HtmlBlock { Type: not HtmlBlockType.Comment } html:
                HtmlFragment.Read(html.Lines.ToString(), sections, cancellationToken);
                break;
            case LeafBlock { Inline: not null } leaf:
                sections.Line(PlainText(leaf.Inline), marker);
                break;
            case CodeBlock code:
                foreach (var line in code.Lines.ToString().Split('\n'))
                {
                    sections.Line(line);
                }

                break;
            case ContainerBlock container:
                foreach (var child in container)
                {
                    AddLines(child, sections, container is ListItemBlock item && child == container[0] ? Mark(item) : "", cancellationToken);
                }

                break;
        }
    }

    private static string Mark(ListItemBlock item) =>
        item.Parent is ListBlock { IsOrdered: true } && item.Order is >= 0 and < 1_000 ? PassageText.NumberMark(item.Order) : PassageText.ItemMark;

    private static List<GridCell> Cells(TableRow row) =>
        [.. row.OfType<TableCell>().Select(cell => new GridCell(
            TableText.Join(cell.OfType<LeafBlock>().Select(block => PlainText(block.Inline))),
            Math.Max(1, cell.ColumnSpan),
            Math.Max(1, cell.RowSpan),
            row.IsHeader))];

    // A note stands behind the block that refers to it.
    private static void AddNotes(Block block, Dictionary<int, Footnote> notes, SectionBuilder sections)
    {
        if (notes.Count == 0 || block is FootnoteGroup)
        {
            return;
        }

        foreach (var link in Leaves(block).SelectMany(leaf => leaf.Inline?.Descendants<FootnoteLink>() ?? []).Where(link => !link.IsBackLink).ToList())
        {
            if (notes.Remove(link.Footnote.Order, out var note))
            {
                sections.Line($"{Superscript(note.Order)} {string.Join(' ', note.OfType<LeafBlock>().Select(leaf => PlainText(leaf.Inline)))}");
            }
        }
    }

    private static IEnumerable<LeafBlock> Leaves(Block block) => block is LeafBlock leaf ? [leaf] : block is ContainerBlock container ? container
        .SelectMany(Leaves) : [];

    private static string Superscript(int number) =>
        string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(digit => "⁰¹²³⁴⁵⁶⁷⁸⁹"[digit - '0']));

    private static string PlainText(ContainerInline? inlines)
    {
        var text = new StringBuilder();
        var deleted = 0;
        foreach (var inline in inlines?.Descendants() ?? [])
        {
            deleted = inline switch
            {
                HtmlInline { Tag: "<del>" } => deleted + 1,
                HtmlInline { Tag: "</del>" } => Math.Max(0, deleted - 1),
                _ => deleted,
            };
            text.Append(deleted > 0 || IsStruck(inline as Inline) ? "" : inline switch
            {
                LiteralInline literal => literal.Content.ToString(),
                CodeInline code => code.Content,
                HtmlEntityInline entity => entity.Transcoded.ToString(),
                AutolinkInline link => link.Url,
                FootnoteLink { IsBackLink: false } note => Superscript(note.Footnote.Order),
                LineBreakInline => " ",
                HtmlInline html when html.Tag.StartsWith("<br", StringComparison.OrdinalIgnoreCase) => " ",
                _ => "",
            });
        }

        return SectionBuilder.OneLine(text.ToString());
    }

    private static bool IsStruck(Inline? inline)
    {
        for (var parent = inline?.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is EmphasisInline { DelimiterChar: '~', DelimiterCount: 2 })
            {
                return true;
            }
        }

        return false;
    }
}
