using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AzuSena.Passages;

namespace AzuSena.Memory.Corpus.Formats;

/// <summary>Walks the elements of a page and reports its headings, paragraphs, list items and tables.</summary>
internal sealed class HtmlBlocks(SectionBuilder sections, int maxDepth, CancellationToken cancellationToken)
{
    private static readonly HashSet<string> Inline = new(StringComparer.Ordinal)
    {
        "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark", "q", "s", "strike",
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
            case "table" when !HtmlTables.IsLayout(element):
                TableText.Add(sections, HtmlTables.Rows(element));
                return;
            case "li":
                _mark = Mark(element);
                break;
            case "pre":
                foreach (var line in element.TextContent.Split('\n'))
                {
                    sections.Line(line);
                }

                return;
        }

        ReadChildren(element, depth + 1);
        EndParagraph();
    }

    // An item of a numbered list has its number.
    private static string Mark(IElement item)
    {
        if (item.ParentElement is not { LocalName: "ol" } list || list.GetAttribute("type") is "a" or "A" or "i" or "I")
        {
            return PassageText.ItemMark;
        }

        var start = int.TryParse(list.GetAttribute("start"), NumberStyles.None, CultureInfo.InvariantCulture, out var first) ? first : 1;
        return PassageText.NumberMark(start + list.Children.Where(child => child.LocalName is "li").TakeWhile(child => child != item).Count());
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
