using System.Globalization;
using AzuSena.Memory.Corpus.Tables;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace AzuSena.Memory.Corpus.Formats;

/// <summary>Streams the rows of one sheet; what is hidden is left out. Only cells that are in the file cost time, wherever they are.</summary>
internal sealed class ExcelSheet(WorksheetPart part, IReadOnlyList<string> strings, ExcelFormats formats, CancellationToken cancellationToken)
{
    private readonly HashSet<int> _hiddenColumns = [];
    private readonly List<CellRange> _merged = [];
    private int _cells;

    /// <summary>How many rows with text are hidden, after they were read.</summary>
    public int HiddenRows { get; private set; }

    /// <summary>The rows with text.</summary>
    public IEnumerable<TableRow> Rows()
    {
        ReadFrame();
        var merged = new MergedCells(_merged);
        var number = 0;
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType != typeof(Row) || !reader.IsStartElement)
            {
                continue;
            }

            cancellationToken.ThrowIfCancellationRequested();
            var row = (Row)reader.LoadCurrentElement()!;
            number = (int)(row.RowIndex?.Value ?? (uint)(number + 1));
            var cells = Cells(row, number - 1, merged);
            if (row.Hidden?.Value == true)
            {
                HiddenRows += cells.Exists(cell => !string.IsNullOrWhiteSpace(cell)) ? 1 : 0;
            }
            else
            {
                yield return new TableRow(number, cells) { Merged = merged.StartingIn(number - 1) };
            }
        }
    }

    // Merged cells are listed behind the rows.
    private void ReadFrame()
    {
        using var reader = OpenXmlReader.Create(part);
        var more = reader.Read();
        while (more)
        {
            if (reader.ElementType == typeof(Column) && reader.LoadCurrentElement() is Column { Hidden.Value: true, Min.Value: var first, Max.Value: var last })
            {
                for (var column = first; column <= Math.Min(last, first + 16_384); column++)
                {
                    _hiddenColumns.Add((int)column - 1);
                }
            }
            else if (reader.ElementType == typeof(MergeCell) && reader.LoadCurrentElement() is MergeCell merge
                && CellRange.Read(merge.Reference?.Value) is { } range)
            {
                _merged.Add(range);
            }
            else if (reader.ElementType == typeof(SheetData) && reader.IsStartElement)
            {
                reader.Skip();
                more = !reader.EOF;
                continue;
            }

            more = reader.Read();
        }
    }

    private List<string> Cells(Row row, int index, MergedCells merged)
    {
        var texts = new SortedDictionary<int, string>();
        var column = -1;
        foreach (var cell in row.Elements<Cell>())
        {
            column = CellRange.Place(cell.CellReference?.Value)?.Column ?? column + 1;
            if (!_hiddenColumns.Contains(column) && Text(cell) is { Length: > 0 } text && !string.IsNullOrWhiteSpace(text))
            {
                texts[column] = text;
            }
        }

        foreach (var covered in merged.ColumnsCovering(index).Concat(texts.Keys).ToList())
        {
            if (merged.Fill(index, covered, texts.GetValueOrDefault(covered, "")) is { Length: > 0 } filled && !_hiddenColumns.Contains(covered))
            {
                texts[covered] = filled;
            }
        }

        // A single cell far to the right would make every row that wide.
        var cells = new List<string>();
        foreach (var (at, text) in texts)
        {
            cells.AddRange(Enumerable.Repeat("", at - cells.Count));
            cells.Add(text);
        }

        _cells += cells.Count;
        return _cells <= SizeLimits.Cells ? cells : throw new DocumentException("TableTooLarge", SizeLimits.Cells);
    }

    private string Text(Cell cell)
    {
        var value = cell.CellValue?.Text;
        var type = cell.DataType?.Value;
        if (type == CellValues.SharedString)
        {
            return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < strings.Count ? strings[index] : "";
        }

        if (type == CellValues.InlineString)
        {
            return cell.InlineString is { } inline ? Of(inline) : "";
        }

        return value is null || type == CellValues.Error ? ""
            : type == CellValues.Boolean ? value is "1" or "true" ? "sí" : "no"
            : type == CellValues.Date ? formats.Date(value, cell.StyleIndex?.Value)
            : type == CellValues.String ? value
            : double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? formats.Text(number, cell.StyleIndex?.Value)
            : value;
    }

    /// <summary>The text of a string, without the readings that East Asian text has above it.</summary>
    public static string Of(RstType text) => text.Text?.Text ?? string.Concat(text.Elements<Run>().Select(run => run.Text?.Text));
}
