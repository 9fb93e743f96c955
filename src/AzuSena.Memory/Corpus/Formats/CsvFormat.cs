using AzuSena.Memory.Corpus.Tables;
using AzuSena.Passages;
using CsvHelper;

namespace AzuSena.Memory.Corpus.Formats;

/// <summary>Tables as text; the separator (comma, semicolon, tab or bar) is detected.</summary>
internal sealed class CsvFormat : IDocumentFormat
{
    // TableHeader finds the header, since titles may precede it. An unclosed quotation mark would make one record of the rest of the file, so the length of
    // records is limited.
    private static readonly CsvReaderOptions Options = new() { HasHeader = false, SkipEmptyLines = false, MaxRecordSize = 1024 * 1024 };

    public IReadOnlyList<string> Extensions => [".csv", ".tsv"];

    public long MaxBytes => SizeLimits.Text;

    public bool UsesMappings => true;

    public CorpusDocument Read(DocumentSource source)
    {
        using var csv = CsvReader.Create(new StringReader(TextDecoder.Decode(source.Content)), Options);
        var (sections, mapping) = TableSections.Read(sheet: null, Rows(csv, source.CancellationToken), source.Mappings);
        return new CorpusDocument(new DocumentInfo(source.Path, mapping?.Title ?? source.TitleFromPath), sections);
    }

    private static IEnumerable<TableRow> Rows(CsvReader csv, CancellationToken cancellationToken)
    {
        for (var row = 1; csv.Read(); row++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return new TableRow(row, csv.Current.ToArray());
        }
    }
}
