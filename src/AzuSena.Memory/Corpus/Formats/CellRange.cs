using System.Globalization;

namespace AzuSena.Memory.Corpus.Formats;

/// <summary>A merged cell of a sheet; rows and columns from 0, both ends included.</summary>
internal sealed record CellRange(int FromRow, int FromColumn, int ToRow, int ToColumn)
{
    /// <summary>Reads a reference such as <c>B2:D3</c>; null if it is none.</summary>
    public static CellRange? Read(string? reference) =>
        reference?.Split(':') is [var from, var to] && Place(from) is { } start && Place(to) is { } end ? new CellRange(start.Row, start.Column, end.Row,
            end.Column) : null;

    /// <summary>The row and column of a reference such as <c>B2</c>; null if it is none.</summary>
    public static (int Row, int Column)? Place(string? cell)
    {
        var column = 0;
        var i = 0;
        while (cell is not null && i < cell.Length && char.IsAsciiLetterUpper(cell[i]) && i < 3)
        {
            column = (column * 26) + cell[i++] - 'A' + 1;
        }

        return column > 0 && int.TryParse(cell.AsSpan(i), NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row > 0 ? (row - 1, column - 1)
            : null;
    }
}
