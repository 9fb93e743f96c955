using System.Globalization;
using System.Text;
using AzuSena.Memory.Corpus.Tables;
using AzuSena.Passages;
using ExcelDataReader;

namespace AzuSena.Memory.Corpus.Formats;

/// <summary>Excel workbooks: each row of each sheet separately, streamed. The text of a merged cell is repeated in every row that it covers.</summary>
internal sealed class XlsxFormat : IDocumentFormat
{
    // ExcelDataReader requests Windows-1252 by code page, although it only reads old workbooks with it.
    static XlsxFormat() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public IReadOnlyList<string> Extensions => [".xlsx"];

    public long MaxBytes => SizeLimits.Binary;

    public bool UsesMappings => true;

    public CorpusDocument Read(DocumentSource source)
    {
        OfficeArchive.Check(source);
        using var workbook = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(source.Content, writable: false));
        var sections = new List<Section>();
        string? title = null;
        do
        {
            var (rows, mapping) = TableSections.Read(workbook.Name, Rows(workbook, source.CancellationToken), source.Mappings);
            sections.AddRange(rows);
            title ??= mapping?.Title;
        }
        while (workbook.NextResult());

        return new CorpusDocument(new DocumentInfo(source.Path, title ?? source.TitleFromPath), sections);
    }

    private static IEnumerable<TableRow> Rows(IExcelDataReader sheet, CancellationToken cancellationToken)
    {
        var merged = new MergedCells(sheet.MergeCells ?? []);
        var (row, cells) = (0, 0);
        while (sheet.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var texts = new List<string>();
            for (var column = 0; column < sheet.FieldCount; column++)
            {
                if (merged.Fill(row, column, Text(sheet.GetValue(column))) is { Length: > 0 } text)
                {
                    texts.AddRange(Enumerable.Repeat("", column - texts.Count));
                    texts.Add(text);
                }
            }

            // A single cell far to the right would make every row that wide.
            cells += texts.Count;
            if (cells > SizeLimits.Cells)
            {
                throw new DocumentException("TableTooLarge", SizeLimits.Cells);
            }

            yield return new TableRow(++row, texts);
        }
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        bool truth => truth ? "sí" : "no",
        DateTime { TimeOfDay.Ticks: 0 } date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(format: null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
