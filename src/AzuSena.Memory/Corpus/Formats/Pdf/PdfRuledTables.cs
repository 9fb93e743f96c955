using System.Text;

namespace AzuSena.Memory.Corpus.Formats.Pdf;

/// <summary>Tables with ruled lines between their cells: each is taken out of the lines of the page and put back as one piece.</summary>
internal static class PdfRuledTables
{
    private const double Touching = 3;
    private const int MaxCellWords = 150;

    // In parts of the size of the font. The lines of a cell are well apart, and units are set higher.
    private const double SameLine = 0.45;

    /// <summary>The lines with the tables in their places.</summary>
    public static List<PdfLine> TakeOut(List<PdfLine> lines, List<PdfRule> horizontal, List<PdfRule> vertical)
    {
        foreach (var (rows, columns) in Grids(horizontal, vertical))
        {
            lines = TakeOut(lines, new Grid(rows, columns));
        }

        return lines;
    }

    private static List<PdfLine> TakeOut(List<PdfLine> lines, Grid grid)
    {
        var cells = grid.Cells(lines);
        if (cells is null)
        {
            return lines;
        }

        var rows = PdfTableRows.Write(cells, PdfTableRows.HeaderRows(cells, grid.BoldRows(lines), mayBeShort: true));
        var outside = lines.Select(line => line.Words.Where(word => !grid.Holds(word)).ToList() is { Count: > 0 } words ? new PdfLine(words) : null)
            .OfType<PdfLine>()
            .ToList();
        if (rows.Count > 0)
        {
            var size = lines.Find(line => line.Words.Any(grid.Holds))!.Size;
            outside.Add(new PdfLine([new PdfWord("", grid.Left, grid.Right, grid.Top, size, IsBold: false) { TableRows = rows }]));
            outside.Sort((a, b) => b.Baseline.CompareTo(a.Baseline));
        }

        return outside;
    }

    // Rules that touch each other form a grid.
    private static IEnumerable<(List<PdfRule> Horizontal, List<PdfRule> Vertical)> Grids(List<PdfRule> horizontal, List<PdfRule> vertical)
    {
        var group = Enumerable.Range(0, horizontal.Count + vertical.Count).ToArray();
        for (var h = 0; h < horizontal.Count; h++)
        {
            for (var v = 0; v < vertical.Count; v++)
            {
                if (Touch(horizontal[h], vertical[v]))
                {
                    group[Root(group, h)] = Root(group, horizontal.Count + v);
                }
            }
        }

        return Enumerable.Range(0, group.Length)
            .GroupBy(i => Root(group, i))
            .Select(members => (
                members.Where(i => i < horizontal.Count).Select(i => horizontal[i]).ToList(),
                members.Where(i => i >= horizontal.Count).Select(i => vertical[i - horizontal.Count]).ToList()))
            .Where(grid => grid.Item1.Count >= 3 && grid.Item2.Count >= 2);
    }

    private static bool Touch(PdfRule horizontal, PdfRule vertical) =>
        vertical.At >= horizontal.From - Touching && vertical.At <= horizontal.To + Touching
        && horizontal.At >= vertical.From - Touching && horizontal.At <= vertical.To + Touching;

    private static int Root(int[] group, int i)
    {
        while (group[i] != i)
        {
            group[i] = group[group[i]];
            i = group[i];
        }

        return i;
    }

    private sealed class Grid
    {
        private readonly List<PdfRule> _horizontal;
        private readonly List<PdfRule> _vertical;
        private readonly List<double> _rows;
        private readonly List<double> _columns;

        public Grid(List<PdfRule> horizontal, List<PdfRule> vertical)
        {
            (_horizontal, _vertical) = (horizontal, vertical);
            _rows = Distinct(horizontal.Select(rule => rule.At).OrderDescending());
            _columns = Distinct(vertical.Select(rule => rule.At).Order());
        }

        public double Left => _columns[0];

        public double Right => _columns[^1];

        public double Top => _rows[0];

        public bool Holds(PdfWord word) => word.TableRows is null && Row(word) >= 0 && Column(word) >= 0;

        public List<bool> BoldRows(List<PdfLine> lines) => Enumerable.Range(0, _rows.Count - 1)
            .Select(row => lines.SelectMany(line => line.Words).Where(word => Holds(word) && Row(word) == row).ToList() is { Count: > 0 } words
                && words.TrueForAll(word => word.IsBold))
            .ToList();

        /// <summary>The texts by row and column: that of a cell over several rows is repeated, that of one over several columns stands in the first.</summary>
        public List<List<string>>? Cells(List<PdfLine> lines)
        {
            var (rows, columns) = (_rows.Count - 1, _columns.Count - 1);
            var held = lines.SelectMany(line => line.Words.Where(Holds).Select(word => (Word: word, Line: line))).ToList();
            if (rows < 2 || columns < 2 || held.Count == 0)
            {
                return null;
            }

            var byRow = held.ToLookup(entry => Row(entry.Word), entry => entry.Word);
            var owner = Enumerable.Range(0, rows).Select(row => Enumerable.Range(0, columns).Select(column => Owner(row, column, byRow)).ToArray()).ToArray();
            var texts = held
                .GroupBy(entry => owner[Row(entry.Word)][Column(entry.Word)])
                .ToDictionary(cell => cell.Key, cell => (Text: Text(cell.Select(entry => entry.Word)), Count: cell.Count()));
            if (texts.Values.Any(cell => cell.Count > MaxCellWords) || texts.Count < 3)
            {
                return null;
            }

            return WithoutEmptyColumns([.. Enumerable.Range(0, rows).Select(row => Enumerable.Range(0, columns)
                .Select(column => owner[row][column] is var (top, left) && (left == column || top == 0 && left > 0 | row == 0) && texts.TryGetValue((top,
                    left), out var cell) ? cell.Text : "")
                .ToList())]);
        }

        // A doubled rule at the edge makes a column of its own.
        private static List<List<string>> WithoutEmptyColumns(List<List<string>> rows)
        {
            var filled = Enumerable.Range(0, rows[0].Count).Where(column => rows.Exists(row => row[column].Length > 0)).ToList();
            return rows.ConvertAll(row => filled.ConvertAll(column => row[column]));
        }

        private static string Text(IEnumerable<PdfWord> words)
        {
            var text = new StringBuilder();
            var line = new List<PdfWord>();
            foreach (var word in words.OrderByDescending(word => word.Baseline))
            {
                if (line.Count > 0 && line[0].Baseline - word.Baseline > SameLine * line[0].Size)
                {
                    Append();
                }

                line.Add(word);
            }

            Append();
            return text.ToString();

            void Append()
            {
                PdfParagraphs.Append(text, string.Join(' ', line.OrderBy(word => word.Left).Select(word => word.Text)));
                line.Clear();
            }
        }

        // The first elementary cell of the merged cell: no rule is drawn between the cells of one.
        private (int Row, int Column) Owner(int row, int column, ILookup<int, PdfWord> words)
        {
            while (column > 0 && !Covers(_vertical, _columns[column], (_rows[row] + _rows[row + 1]) / 2) && !IsGap([.. words[row]], _columns[column]))
            {
                column--;
            }

            while (row > 0 && !Covers(_horizontal, _rows[row], (_columns[column] + _columns[column + 1]) / 2))
            {
                row--;
            }

            return (row, column);
        }

        // Where a rule is missing, words on both sides that keep away from its place show that the cells are two.
        private static bool IsGap(List<PdfWord> words, double place) =>
            words.FindAll(word => word.Right <= place + 1) is { Count: > 0 } before
            && words.FindAll(word => word.Left >= place - 1) is { Count: > 0 } after
            && before.Count + after.Count == words.Count
            && after.Min(word => word.Left) - before.Max(word => word.Right) >= 0.6 * words[0].Size;

        private static bool Covers(List<PdfRule> rules, double at, double place) =>
            rules.Exists(rule => Math.Abs(rule.At - at) <= Touching && rule.From - 1 <= place && rule.To + 1 >= place);

        private int Row(PdfWord word) => word.Baseline + (0.3 * word.Size) is var y ? _rows.FindIndex(edge => edge < y) - 1 : -1;

        private int Column(PdfWord word) => (word.Left + word.Right) / 2 is var x && x < _columns[^1] ? _columns.FindLastIndex(edge => edge <= x) : -1;

        private static List<double> Distinct(IEnumerable<double> ordered)
        {
            var distinct = new List<double>();
            foreach (var place in ordered)
            {
                if (distinct.Count == 0 || Math.Abs(distinct[^1] - place) > Touching)
                {
                    distinct.Add(place);
                }
            }

            return distinct;
        }
    }
}
