using AzuSena.Memory;

namespace AzuSena.Corpus.Formats;

/// <summary>Text without any marks.</summary>
internal sealed class PlainTextFormat : IDocumentFormat
{
    public IReadOnlyList<string> Extensions => [".txt"];

    public long MaxBytes => SizeLimits.Text;

    public CorpusDocument Read(DocumentSource source)
    {
        // A blank line parts paragraphs; the line breaks inside one are only the width of somebody's editor.
        var paragraphs = TextDecoder.Decode(source.Content).Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(paragraph => string.Join(' ', paragraph.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
            .Where(paragraph => paragraph.Length > 0)
            .ToList();
        return new CorpusDocument(new DocumentInfo(source.Path, source.TitleFromPath), paragraphs.Count > 0 ? [new Section([], paragraphs)] : []);
    }
}
