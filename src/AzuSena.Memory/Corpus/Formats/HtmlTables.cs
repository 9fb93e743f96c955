using System.Globalization;
using AngleSharp.Dom;

namespace AzuSena.Memory.Corpus.Formats;

/// <summary>The tables of a page.</summary>
internal static class HtmlTables
{
    private static readonly string[] Blocks = ["p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "dd", "blockquote", "section", "article", "ul",
        "ol"];

    /// <summary>Whether a table only arranges the page: it holds headings or other tables beside text, or a single row of blocks.</summary>
    public static bool IsLayout(IElement table) =>
        table.GetAttribute("role") is "presentation" or "none"
        || (table.QuerySelector("th") is null
            && (table.QuerySelector("h1, h2, h3, h4, h5, h6, table") is not null || (table.QuerySelectorAll("tr").Length == 1
                && table.QuerySelector("p, ul, ol, div") is not null)));

    /// <summary>The cells by row.</summary>
    public static IEnumerable<IReadOnlyList<GridCell>> Rows(IElement table) => table.QuerySelectorAll("tr")
        .Where(row => row.Closest("table") == table)
        .Select(row => row.Children
            .Where(cell => cell.LocalName is "td" or "th")
            .Select(cell => new GridCell(Text(cell), Span(cell, "colspan"), Span(cell, "rowspan"), cell.LocalName is "th"))
            .ToList());

    private static string Text(IElement cell)
    {
        var paragraphs = new List<string> { "" };
        Collect(cell, paragraphs);
        return TableText.Join(paragraphs);
    }

    private static void Collect(INode parent, List<string> paragraphs)
    {
        foreach (var child in parent.ChildNodes)
        {
            switch (child)
            {
                case IText text:
                    paragraphs[^1] += text.Data;
                    break;
                case IElement { LocalName: "br" }:
                    paragraphs[^1] += " ";
                    break;
                case IElement { LocalName: "table" } table:
                    paragraphs.AddRange([TableText.Nested(Rows(table)), ""]);
                    break;
                case IElement element when Blocks.Contains(element.LocalName, StringComparer.Ordinal):
                    paragraphs.Add("");
                    Collect(element, paragraphs);
                    paragraphs.Add("");
                    break;
                case IElement element:
                    Collect(element, paragraphs);
                    break;
            }
        }
    }

    private static int Span(IElement cell, string attribute) =>
        int.TryParse(cell.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var span) ? Math.Clamp(span, 1, 65_534) : 1;
}
