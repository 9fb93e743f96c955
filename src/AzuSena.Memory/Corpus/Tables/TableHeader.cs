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
    private const int MaxHeaderRows = 4;

    // Forms export whole questions as names.
    private const int MaxName = 500;

    /// <summary>
    /// Finds the header among the first rows: the first that a mapping fits, else the first that names at least half of the columns, with the row below it
    /// if the
    /// names stand in two. The index is -1 if there is none; the columns then have no names.
    /// </summary>
    public static (int Index, int Rows, TableHeader Header) Find(IReadOnlyList<TableRow> firstRows, TableMappings mappings)
    {
        var head = firstRows.Take(MaxRowsAbove).ToList();
        for (var i = 0; i < head.Count; i++)
        {
            if (mappings.For(head[i].Cells) is { } mapping)
            {
                return (i, 1, new TableHeader(head[i].Cells, mapping));
            }
        }

        var width = firstRows.Select(Filled).DefaultIfEmpty(0).Order().ElementAtOrDefault(firstRows.Count / 2);
        var named = head.FindIndex(row => Filled(row) >= Math.Max(2, (width + 1) / 2));
        if (named < 0 || named == firstRows.Count - 1 || !IsHeader(firstRows, named))
        {
            return (-1, 0, new TableHeader([], Mapping: null));
        }

        var rows = RowsOf(firstRows, named);
        return (named, rows, new TableHeader(Names(firstRows.Skip(named).Take(rows).ToList()), Mapping: null));
    }

    /// <summary>The index of a column, or -1.</summary>
    public int IndexOf(string? column) => column is not null && _places.TryGetValue(TableMapping.Key(column), out var place) ? place : -1;

    private static int Filled(TableRow row) => row.Cells.Count(cell => !string.IsNullOrWhiteSpace(cell));

    // Names are words, or numbers such as years that the rows below do not go on with; a row of values such as those below is none.
    private static bool IsHeader(IReadOnlyList<TableRow> rows, int at)
    {
        var names = rows[at].Cells;
        if (!names.Any(name => name.Any(char.IsLetter)) || names.Any(name => name.Length > MaxName))
        {
            return false;
        }

        for (var i = 0; i < names.Count; i++)
        {
            var below = rows.Skip(at + 1).Select(row => row.Cells.ElementAtOrDefault(i) ?? "").Where(cell => !string.IsNullOrWhiteSpace(cell)).ToList();
            if (IsValue(names[i]) && !IsYear(names[i]) && below.Count > 0 && below.TrueForAll(IsValue))
            {
                return false;
            }
        }

        return true;
    }

    // A number, an amount, a date, an hour, an address of mail or the web.
    private static bool IsValue(string cell) =>
        cell.Any(char.IsDigit) && (cell.Count(char.IsLetter) <= 3 || cell.Contains('@', StringComparison.Ordinal))
        || cell.Contains('@', StringComparison.Ordinal) || cell.StartsWith("http", StringComparison.OrdinalIgnoreCase);

    private static bool IsYear(string cell) => cell.Trim() is ['1' or '2', >= '0' and <= '9', >= '0' and <= '9', >= '0' and <= '9'] year
        && year[..2] is "19" or "20" or "21";

    // Merged cells say how deep a header is; without them, a second row that only fills what the first leaves open is part of it.
    private static int RowsOf(IReadOnlyList<TableRow> rows, int at)
    {
        var header = rows[at];
        var isGrouped = header.Merged.Any(cell => cell.Last > cell.First);
        if (isGrouped && at + 2 < rows.Count)
        {
            var depth = header.Merged.Select(cell => cell.Rows).DefaultIfEmpty(1).Max();
            return Math.Min(Math.Clamp(depth, 2, MaxHeaderRows), rows.Count - at - 1);
        }

        if (at + 2 >= rows.Count || header.Merged.Count > 0)
        {
            return 1;
        }

        var (first, second) = (header.Cells, rows[at + 1].Cells);
        var width = Math.Max(first.Count, second.Count);
        var open = Enumerable.Range(1, Math.Max(0, width - 1)).Where(i => IsBlank(first, i)).ToList();
        var isSecond = open.Count > 0 && IsBlank(second, 0)
            && open.TrueForAll(i => !IsBlank(second, i))
            && Enumerable.Range(0, width).All(i => IsBlank(second, i) || (!IsValue(second[i]) && (IsBlank(first, i) || !IsBlank(second, i + 1))));
        return isSecond ? 2 : 1;
    }

    // The name above several columns goes before the name of each.
    private static List<string> Names(List<TableRow> header)
    {
        var width = header.Max(row => row.Cells.Count);
        var laid = header.Select((row, depth) =>
        {
            var cells = Enumerable.Range(0, width).Select(i => row.Cells.ElementAtOrDefault(i) ?? "").ToArray();
            foreach (var merged in row.Merged.Where(merged => merged.Last > merged.First && merged.First < width))
            {
                Array.Fill(cells, cells[merged.First], merged.First, Math.Min(merged.Last, width - 1) - merged.First + 1);
            }

            for (var i = 1; i < width && depth < header.Count - 1 && row.Merged.Count == 0; i++)
            {
                cells[i] = cells[i].Length == 0 && !IsBlank(header[depth + 1].Cells, i) ? cells[i - 1] : cells[i];
            }

            return cells;
        }).ToList();
        var names = Enumerable.Range(0, width)
            .Select(i => string.Join(' ', laid.Select(row => row[i].Trim()).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal)))
            .ToList();

        // "Teléfono", "Teléfono 2".
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return names.ConvertAll(name =>
        {
            var times = seen[TableMapping.Key(name)] = seen.GetValueOrDefault(TableMapping.Key(name)) + 1;
            return times == 1 || name.Length == 0 ? name : $"{name} {times}";
        });
    }

    private static bool IsBlank(IReadOnlyList<string> cells, int i) => i >= cells.Count || string.IsNullOrWhiteSpace(cells[i]);
}
