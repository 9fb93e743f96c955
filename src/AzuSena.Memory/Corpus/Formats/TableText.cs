using AzuSena.Passages;

namespace AzuSena.Memory.Corpus.Formats;

/// <summary>Writes a table within a text as self-contained lines: each row repeats the names of its columns.</summary>
internal static class TableText
{
    /// <summary>Adds the rows of a table; the first of several rows is the header.</summary>
    public static void Add(SectionBuilder sections, IReadOnlyList<string[]> rows)
    {
        var filled = rows.Where(row => row.Any(cell => cell.Length > 0)).ToList();
        var hasHeader = filled.Count > 1 && filled[0].Length > 1;
        foreach (var row in filled.Skip(hasHeader ? 1 : 0))
        {
            var cells = row.Select((cell, i) =>
                hasHeader && filled[0].ElementAtOrDefault(i) is { Length: > 0 } name && cell.Length > 0
                    ? $"{name}: {cell}"
                    : cell);
            sections.Line(string.Join("; ", cells.Where(cell => cell.Length > 0)), hasHeader ? PassageText.ItemMark : "");
        }
    }
}
