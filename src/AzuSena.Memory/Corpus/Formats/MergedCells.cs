using AzuSena.Memory.Corpus.Tables;

namespace AzuSena.Memory.Corpus.Formats;

/// <summary>Repeats the text of a merged cell, which the file holds only in its first row, in the rows below that the cell covers.</summary>
internal sealed class MergedCells
{
    private readonly Dictionary<int, Queue<CellRange>> _byColumn;
    private readonly ILookup<int, CellRange> _byFirstRow;
    private readonly Dictionary<CellRange, string> _texts = [];

    public MergedCells(IReadOnlyCollection<CellRange> ranges)
    {
        _byColumn = ranges
            .Where(range => range.ToRow > range.FromRow)
            .GroupBy(range => range.FromColumn)
            .ToDictionary(group => group.Key, group => new Queue<CellRange>(group.OrderBy(range => range.FromRow)));
        _byFirstRow = ranges.ToLookup(range => range.FromRow);
    }

    /// <summary>The columns in which a cell above reaches into the row.</summary>
    public IEnumerable<int> ColumnsCovering(int row) => _byColumn
        .Where(column => column.Value.TryPeek(out var range) && range.FromRow < row && (range.ToRow >= row || column.Value.Any(other => other.FromRow < row
            && other.ToRow >= row)))
        .Select(column => column.Key);

    /// <summary>The merged cells that start in a row.</summary>
    public IReadOnlyList<MergedCell> StartingIn(int row) =>
        [.. _byFirstRow[row].Select(range => new MergedCell(range.FromColumn, range.ToColumn, range.ToRow - range.FromRow + 1))];

    /// <summary>The text of the cell, or that of the merged cell that covers it. Rows must be requested from top to bottom.</summary>
    public string Fill(int row, int column, string text)
    {
        // Only cells merged downwards repeat: a title merged across a row is a single text.
        if (_byColumn.Count == 0 || !_byColumn.TryGetValue(column, out var ranges))
        {
            return text;
        }

        while (ranges.TryPeek(out var above) && above.ToRow < row)
        {
            ranges.Dequeue();
        }

        if (!ranges.TryPeek(out var merged) || merged.FromRow > row)
        {
            return text;
        }

        if (text.Length > 0)
        {
            _texts[merged] = text;
        }

        return text.Length > 0 ? text : _texts.GetValueOrDefault(merged, "");
    }
}
