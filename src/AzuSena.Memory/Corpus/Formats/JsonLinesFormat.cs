using AzuSena.Passages;

namespace AzuSena.Memory.Corpus.Formats;

/// <summary>One JSON object per line, each a row of one table.</summary>
internal sealed class JsonLinesFormat : IDocumentFormat
{
    public IReadOnlyList<string> Extensions => [".jsonl", ".ndjson"];

    public long MaxBytes => SizeLimits.Text;

    public bool UsesMappings => true;

    public CorpusDocument Read(DocumentSource source)
    {
        var lines = TextDecoder.Decode(source.Content).Split('\n');
        var reader = new JsonSections(source.Mappings, source.CancellationToken);
        reader.ReadTable(lines.Select((line, i) => (Number: i + 1, Text: line)).Where(line => !string.IsNullOrWhiteSpace(line.Text)).Select(line =>
        {
            source.CancellationToken.ThrowIfCancellationRequested();
            using var json = JsonFormat.Parse(line.Text, line.Number);
            return (line.Number, json.RootElement.Clone());
        }));
        return new CorpusDocument(new DocumentInfo(source.Path, reader.Title ?? source.TitleFromPath), reader.Sections);
    }
}
