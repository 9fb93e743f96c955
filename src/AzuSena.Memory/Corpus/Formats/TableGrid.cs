namespace AzuSena.Memory.Corpus.Formats;

/// <summary>A cell of a table within a text.</summary>
/// <param name="Text">Its text, on one line.</param>
/// <param name="Columns">How many columns it covers.</param>
/// <param name="Rows">How many rows it covers.</param>
/// <param name="IsHeader">Whether the file marks it as the name of a column or row.</param>
internal sealed record GridCell(string Text, int Columns = 1, int Rows = 1, bool IsHeader = false);

/// <summary>A table with its merged cells laid out: that of a cell over several rows stands in each of them.</summary>
internal sealed class TableGrid
{
    private const int MaxColumns = 1_000;
    private const int MaxHeaderRows = 4;

    // The cells by row; those that a cell covers to its right refer to the same cell.
    private readonly List<GridCell?[]> _rows = [];

    public TableGrid(IEnumerable<IReadOnlyList<GridCell>> rows)
    {
        var above = new Dictionary<int, (GridCell Cell, int Left)>();
        var cells = 0;
        foreach (var row in rows)
        {
            var laid = new List<GridCell?>();
            foreach (var cell in row.Where(_ => laid.Count < MaxColumns))
            {
                TakeAbove(above, laid);
                for (var i = 0; i < Math.Clamp(cell.Columns, 1, MaxColumns - Math.Min(MaxColumns - 1, laid.Count)); i++)
                {
                    if (cell.Rows > 1)
                    {
                        above[laid.Count] = (cell, cell.Rows - 1);
                    }

                    laid.Add(cell);
                }
            }

            TakeAbove(above, laid);
            cells += laid.Count;
            if (cells > SizeLimits.Cells)
            {
                throw new DocumentException("TableTooLarge", SizeLimits.Cells);
            }

            if (laid.Exists(cell => cell is { Text.Length: > 0 }))
            {
                _rows.Add([.. laid]);
            }
        }
    }

    /// <summary>The rows as text, each with the names of its columns; those without a name for anything are titles.</summary>
    /// <param name="separator">What parts the cells.</param>
    public IEnumerable<(string Text, bool IsRow)> Lines(string separator = "; ")
    {
        var width = _rows.Select(row => row.Length).DefaultIfEmpty(0).Max();
        var first = _rows.TakeWhile((row, i) => IsAcross(row, width) && i < _rows.Count - 2).Count();
        foreach (var title in _rows.Take(first))
        {
            yield return (title[0]!.Text, false);
        }

        var body = _rows.Skip(first).ToList();
        var headers = HeaderRows(body, width);
        var names = Enumerable.Range(0, width).Select(column => Name(body.Take(headers), column)).ToList();
        foreach (var row in body.Skip(headers))
        {
            yield return IsAcross(row, width)
                ? (row[0]!.Text, false)
                : (string.Join(separator, Cells(row, names, headers)), headers > 0);
        }
    }

    private static IEnumerable<string> Cells(GridCell?[] row, List<string> names, int headers)
    {
        // A row whose first cell is a name: "Nivel", "Técnico".
        if (headers == 0 && row is [{ IsHeader: true } name, { IsHeader: false } value])
        {
            return [$"{name.Text.TrimEnd(':')}: {value.Text}"];
        }

        return row
            .Select((cell, i) => cell is null || (i > 0 && ReferenceEquals(row[i - 1], cell)) ? "" : cell.Text.Length == 0 || names[i].Length == 0
                ? cell.Text : $"{names[i]}: {cell.Text}")
            .Where(text => text.Length > 0);
    }

    private static string Name(IEnumerable<GridCell?[]> headers, int column) => string.Join(
        ' ',
        headers.Select(row => row.ElementAtOrDefault(column)?.Text ?? "").Where(text => text.Length > 0).Distinct(StringComparer.Ordinal)).TrimEnd(':');

    private static int HeaderRows(List<GridCell?[]> rows, int width)
    {
        if (rows.Count < 2 || width < 2)
        {
            return 0;
        }

        var marked = rows.TakeWhile(row => row.OfType<GridCell>().All(cell => cell.IsHeader || cell.Text.Length == 0)).Count();
        if (marked > 0)
        {
            return Math.Min(marked, rows.Count - 1);
        }

        // The first cells of all rows are names: the columns have none.
        if (rows.TrueForAll(row => row[0] is null or { IsHeader: true } || row[0]!.Text.Length == 0) && rows[0].Skip(1).All(cell =>
            cell is null or { IsHeader: false }))
        {
            return 0;
        }

        var depth = rows[0].OfType<GridCell>().Max(cell => cell.Rows);
        var isGrouped = rows[0].OfType<GridCell>().Distinct().Any(cell => cell.Columns > 1);
        return isGrouped && depth > 1 && rows[0].OfType<GridCell>().All(cell => cell.Rows == depth || cell.Columns > 1)
            ? Math.Min(Math.Min(depth, MaxHeaderRows), rows.Count - 1)
            : 1;
    }

    private static bool IsAcross(GridCell?[] row, int width) => width > 1 && row.Length == width && row[0] is { } cell && Array.TrueForAll(row, other =>
        ReferenceEquals(other, cell));

    private static void TakeAbove(Dictionary<int, (GridCell Cell, int Left)> above, List<GridCell?> laid)
    {
        while (above.TryGetValue(laid.Count, out var covering))
        {
            if (covering.Left > 1)
            {
                above[laid.Count] = covering with { Left = covering.Left - 1 };
            }
            else
            {
                above.Remove(laid.Count);
            }

            laid.Add(covering.Cell);
        }
    }
}
