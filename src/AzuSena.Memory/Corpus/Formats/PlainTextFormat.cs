using AzuSena.Passages;

namespace AzuSena.Memory.Corpus.Formats;

/// <summary>Text without markup.</summary>
internal sealed class PlainTextFormat : IDocumentFormat
{
    public IReadOnlyList<string> Extensions => [".txt"];

    public long MaxBytes => SizeLimits.Text;

    public CorpusDocument Read(DocumentSource source)
    {
        // Blank lines separate paragraphs; line breaks within one only reflect the line width of the editor.
        var sections = new SectionBuilder(source.CancellationToken);
        foreach (var paragraph in TextDecoder.Decode(source.Content).Split("\n\n"))
        {
            sections.Line(paragraph);
        }

        return new CorpusDocument(new DocumentInfo(source.Path, source.TitleFromPath), sections.Build(title: null));
    }
}
