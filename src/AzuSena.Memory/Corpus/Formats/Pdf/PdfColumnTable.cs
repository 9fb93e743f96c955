namespace AzuSena.Memory.Corpus.Formats.Pdf;

/// <summary>A table without ruled lines: columns of short cells that stand beside each other.</summary>
internal static class PdfColumnTable
{
    // Of a column of running text, most lines fill most of its width.
    private const double FullLine = 0.75;
    private const int ProseCharacters = 25;

    // The space between rows, compared with that between the lines of a cell.
    private const double RowSpace = 1.25;

    /// <summary>The rows; null if the lines are columns of running text.</summary>
    /// <param name="lines">The lines of all columns.</param>
    /// <param name="places">Where the columns are parted, from left to right.</param>
    public static List<string>? Read(IReadOnlyList<PdfLine> lines, IReadOnlyList<double> places)
    {
        if (places.Count == 0)
        {
            return null;
        }

        var edges = places.Prepend(double.MinValue).Append(double.MaxValue).ToList();
        var columns = edges.Zip(edges.Skip(1), (from, to) => lines.Select(line => line.Part(from, to)).ToList()).ToList();
        if (columns.Count(IsProse) > 1 || !AreLevel(columns))
        {
            return null;
        }

        var rows = RowStarts(lines, columns[0]);
        var cells = rows.Zip(rows.Skip(1).Append(lines.Count), (from, to) => columns.ConvertAll(column => Cell(column.GetRange(from, to - from)))).ToList();
        var bold = rows.Zip(rows.Skip(1).Append(lines.Count), (from, to) => lines.Take(to).Skip(from).All(line => line.IsBold)).ToList();
        return PdfTableRows.Write(cells, PdfTableRows.HeaderRows(cells, bold));
    }

    private static string Cell(IEnumerable<PdfLine?> lines)
    {
        var text = new System.Text.StringBuilder();
        foreach (var line in lines.OfType<PdfLine>())
        {
            PdfParagraphs.Append(text, line.Text);
        }

        return text.ToString();
    }

    private static bool IsProse(List<PdfLine?> column)
    {
        var lines = column.OfType<PdfLine>().ToList();
        if (lines.Count == 0)
        {
            return false;
        }

        var (left, right) = (lines.Min(line => line.Left), lines.Max(line => line.Right));
        var full = lines.Count(line => line.Right - line.Left >= FullLine * (right - left) && line.Text.Length >= ProseCharacters);
        return lines.Count >= 3 && full >= 0.5 * lines.Count;
    }

    // Most lines of the column with the fewest stand on the baseline of another column.
    private static bool AreLevel(List<List<PdfLine?>> columns)
    {
        var least = columns.MinBy(column => column.Count(line => line is not null))!;
        var (own, level) = (0, 0);
        for (var i = 0; i < least.Count; i++)
        {
            own += least[i] is null ? 0 : 1;
            level += least[i] is not null && columns.Exists(column => column != least && column[i] is not null) ? 1 : 0;
        }

        return level >= 0.6 * own;
    }

    // If some lines are further apart than others, that parts the rows; else each line with a first cell starts one.
    private static List<int> RowStarts(IReadOnlyList<PdfLine> lines, List<PdfLine?> first)
    {
        var gaps = lines.Zip(lines.Skip(1), (above, below) => above.Baseline - below.Baseline).ToList();
        var smallest = gaps.DefaultIfEmpty(0).Min();
        var bySpace = gaps.Exists(gap => gap > RowSpace * smallest) && gaps.Exists(gap => gap <= 1.6 * lines[0].Size)
            && gaps.Count(gap => gap > RowSpace * smallest) >= 2;
        return [0, .. Enumerable.Range(1, lines.Count - 1).Where(i => bySpace ? gaps[i - 1] > RowSpace * smallest : first[i] is not null)];
    }
}
