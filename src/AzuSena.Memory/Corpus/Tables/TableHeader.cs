namespace AzuSena.Memory.Corpus.Tables;

/// <summary>The row of a table that names its columns, and the meaning of the columns.</summary>
/// <param name="Columns">The names as written; an empty string for a column without one.</param>
/// <param name="Mapping">The meaning of the columns, if the table is a known one.</param>
public sealed record TableHeader(IReadOnlyList<string> Columns, TableMapping? Mapping)
{
    private readonly Dictionary<string, int> _places = Columns
        .Select((column, i) => KeyValuePair.Create(TableMapping.Key(column), i))
        .DistinctBy(entry => entry.Key, StringComparer.Ordinal)
        .ToDictionary(StringComparer.Ordinal);

    // Titles, dates and empty rows may precede a header; beyond this number of rows there is none.
    private const int MaxRowsAbove = 20;

    /// <summary>
    /// Finds the header among the first rows: the first that a mapping fits, else the first with two or more names, all different and none a number. The index
    /// is -1 if there is none; the columns then have no names.
    /// </summary>
    public static (int Index, TableHeader Header) Find(IReadOnlyList<TableRow> firstRows, TableMappings mappings)
    {
        var head = firstRows.Take(MaxRowsAbove).ToList();
        for (var i = 0; i < head.Count; i++)
        {
            if (mappings.For(head[i].Cells) is { } mapping)
            {
                return (i, new TableHeader(head[i].Cells, mapping));
            }
        }

        var named = head.FindIndex(IsHeader);
        return (named, new TableHeader(named < 0 ? [] : head[named].Cells, Mapping: null));
    }

    /// <summary>The index of a column, or -1.</summary>
    public int IndexOf(string? column) => column is not null && _places.TryGetValue(TableMapping.Key(column), out var place) ? place : -1;

    private static bool IsHeader(TableRow row)
    {
        var names = row.Cells.Where(cell => !string.IsNullOrWhiteSpace(cell)).ToList();
        return names.Count > 1
            && names.TrueForAll(name => name.Length <= 80 && name.Any(char.IsLetter))
            && names.DistinctBy(TableMapping.Key, StringComparer.Ordinal).Count() == names.Count;
    }
}
