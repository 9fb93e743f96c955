using System.Text.Json;
using AzuSena.Errors;
using AzuSena.Passages;

namespace AzuSena.Memory.Corpus.Formats;

/// <summary>One JSON object per line, each a row of one table.</summary>
internal sealed class JsonLinesFormat : IDocumentFormat
{
    private const int MaxNotes = 100;

    public IReadOnlyList<string> Extensions => [".jsonl", ".ndjson"];

    public long MaxBytes => SizeLimits.Text;

    public bool UsesMappings => true;

    public CorpusDocument Read(DocumentSource source)
    {
        var notes = new List<DocumentNote>();
        var reader = new JsonSections(source.Mappings, source.CancellationToken);
        reader.ReadTable(Values(source, notes));
        return new CorpusDocument(new DocumentInfo(source.Path, reader.Title ?? source.TitleFromPath), reader.Sections) { Notes = notes };
    }

    // A line that is no JSON costs that line; if none is, the file is something else.
    private static List<(int Number, JsonElement Value)> Values(DocumentSource source, List<DocumentNote> notes)
    {
        var values = new List<(int, JsonElement)>();
        DocumentException? first = null;
        foreach (var (number, line) in TextDecoder.Decode(source.Content).Split('\n').Index())
        {
            source.CancellationToken.ThrowIfCancellationRequested();
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            try
            {
                using var json = JsonFormat.Parse(line, number + 1);
                values.Add((number + 1, json.RootElement.Clone()));
            }
            catch (DocumentException exception)
            {
                first ??= exception;
                if (notes.Count < MaxNotes)
                {
                    notes.Add(new DocumentNote(source.Path, number + 1, ErrorCodeNames.Text("JsonLineInvalid")) { Rule = "lines_invalid" });
                }
            }
        }

        return values.Count > 0 || first is null ? values : throw first;
    }
}
