using System.Text;
using AngleSharp.Dom;
using AzuSena.Passages;

namespace AzuSena.Memory.Corpus.Formats;

/// <summary>Walks the elements of a page and reports its headings, paragraphs, list items and tables.</summary>
internal sealed class HtmlBlocks(SectionBuilder sections, int maxDepth, CancellationToken cancellationToken)
{
    private static readonly HashSet<string> Inline = new(StringComparer.Ordinal)
    {
        "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark", "q", "s",
        "samp", "small", "span", "strong", "sub", "sup",
        "time", "tt", "u", "var", "wbr",
    };

    private readonly StringBuilder _text = new();
    private string _mark = "";

    /// <summary>Reads all descendants of an element.</summary>
    public void Read(IElement root)
    {
        ReadChildren(root, depth: 0);
        EndParagraph();
    }

    private void ReadChildren(INode parent, int depth)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (depth > maxDepth)
        {
            throw new DocumentException(1, "DocumentTooDeep", maxDepth);
        }

        foreach (var child in parent.ChildNodes)
        {
            if (child is IText text)
            {
                _text.Append(text.Data);
            }
            else if (child is IElement element)
            {
                ReadElement(element, depth);
            }
        }
    }

    private void ReadElement(IElement element, int depth)
    {
        if (Inline.Contains(element.LocalName))
        {
            ReadChildren(element, depth + 1);
            return;
        }

        if (element.LocalName is "br")
        {
            _text.Append(' ');
            return;
        }

        EndParagraph();
        switch (element.LocalName)
        {
            case ['h', >= '1' and <= '6' and var level]:
                sections.Heading(level - '0', SectionBuilder.OneLine(element.TextContent));
                return;
            case "table" when element.QuerySelector("table") is null:
                var rows = element.QuerySelectorAll("tr").Select(row => row.Children.Select(cell => SectionBuilder.OneLine(cell.TextContent)).ToArray());
                TableText.Add(sections, rows.ToList());
                return;
            case "li":
                _mark = PassageText.ItemMark;
                break;
        }

        ReadChildren(element, depth + 1);
        EndParagraph();
    }

    private void EndParagraph()
    {
        if (!string.IsNullOrWhiteSpace(_text.ToString()))
        {
            sections.Line(_text.ToString(), _mark);
            _mark = "";
        }

        _text.Clear();
    }
}
