using AzuSena.Passages;

namespace AzuSena.Memory.Corpus.Formats;

/// <summary>Writes a table within a text as self-contained lines: each row repeats the names of its columns.</summary>
internal static class TableText
{
    /// <summary>Adds the rows of a table.</summary>
    public static void Add(SectionBuilder sections, IEnumerable<IReadOnlyList<GridCell>> rows)
    {
        foreach (var (text, isRow) in new TableGrid(rows).Lines())
        {
            sections.Line(text, isRow ? PassageText.ItemMark : "");
        }
    }

    /// <summary>The text of a table within a cell.</summary>
    public static string Nested(IEnumerable<IReadOnlyList<GridCell>> rows) => string.Join("; ", new TableGrid(rows).Lines(", ").Select(line => line.Text));

    /// <summary>Joins the paragraphs of a cell so that none runs into the next.</summary>
    public static string Join(IEnumerable<string> paragraphs) => paragraphs
        .Select(SectionBuilder.OneLine)
        .Where(text => text.Length > 0)
        .Aggregate("", (before, text) => before.Length == 0 ? text : before[^1] is '.' or ':' or ';' or ',' or '?' or '!' ? $"{before} {text}"
            : $"{before}; {text}");
}
