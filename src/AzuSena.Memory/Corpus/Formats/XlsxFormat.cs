using AzuSena.Errors;
using AzuSena.Memory.Corpus.Tables;
using AzuSena.Passages;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace AzuSena.Memory.Corpus.Formats;

/// <summary>
/// Excel workbooks: each row of each sheet separately, streamed. The text of a merged cell is repeated in every row that it covers. Hidden sheets, rows and
/// columns are left out.
/// </summary>
internal sealed class XlsxFormat : IDocumentFormat
{
    public IReadOnlyList<string> Extensions => [".xlsx", ".xlsm"];

    public long MaxBytes => SizeLimits.Binary;

    public bool UsesMappings => true;

    public CorpusDocument Read(DocumentSource source)
    {
        OfficeArchive.Check(source);
        using var file = new MemoryStream(source.Content, writable: false);
        using var document = SpreadsheetDocument.Open(file, isEditable: false);
        var workbook = document.WorkbookPart ?? throw new DocumentException("DocumentDamaged");
        var (strings, formats) = (Strings(workbook, source.CancellationToken), new ExcelFormats(workbook));
        var sections = new List<Section>();
        var (hiddenSheets, hiddenRows) = (new List<string>(), 0);
        string? title = null;
        foreach (var sheet in workbook.Workbook?.Sheets?.Elements<Sheet>() ?? [])
        {
            var name = SectionBuilder.OneLine(sheet.Name?.Value ?? "");
            if (sheet.State?.Value is { } state && state != SheetStateValues.Visible)
            {
                hiddenSheets.Add(name);
            }
            else if (sheet.Id?.Value is { } id && workbook.TryGetPartById(id, out var part) && part is WorksheetPart worksheet)
            {
                var rows = new ExcelSheet(worksheet, strings, formats, source.CancellationToken);
                var (read, mapping) = TableSections.Read(name, rows.Rows(), source.Mappings);
                sections.AddRange(read);
                title ??= mapping?.Title;
                hiddenRows += rows.HiddenRows;
            }
        }

        return new CorpusDocument(new DocumentInfo(source.Path, title ?? source.TitleFromPath), sections)
        {
            Notes = [.. Note(source, hiddenSheets.Count > 0, "hidden_sheets", "HiddenSheets", string.Join(", ", hiddenSheets)),
                .. Note(source, hiddenRows > 0, "hidden_rows", "HiddenRows", hiddenRows)],
        };
    }

    private static IEnumerable<DocumentNote> Note(DocumentSource source, bool isNeeded, string rule, string reason, object argument) =>
        isNeeded ? [new DocumentNote(source.Path, 0, ErrorCodeNames.Text(reason, argument)) { Rule = rule }] : [];

    private static List<string> Strings(WorkbookPart workbook, CancellationToken cancellationToken)
    {
        var strings = new List<string>();
        if (workbook.SharedStringTablePart is { } part)
        {
            using var reader = OpenXmlReader.Create(part);
            while (reader.Read())
            {
                if (reader.ElementType == typeof(SharedStringItem) && reader.IsStartElement)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    strings.Add(ExcelSheet.Of((SharedStringItem)reader.LoadCurrentElement()!));
                }
            }
        }

        return strings;
    }
}
