using AzuSena.Passages;

namespace AzuSena.Memory.Corpus.Formats;

/// <summary>Markdown with optional front matter.</summary>
internal sealed class MarkdownFormat : IDocumentFormat
{
    public IReadOnlyList<string> Extensions => [".md"];

    public long MaxBytes => SizeLimits.Text;

    public CorpusDocument Read(DocumentSource source)
    {
        var head = FrontMatter.Read(TextDecoder.Decode(source.Content));
        var title = head.FrontMatter?.Title ?? MarkdownSections.FirstHeading(head.Body) ?? source.TitleFromPath;
        var info = new DocumentInfo(
            source.Path,
            title,
            head.FrontMatter?.Source,
            head.FrontMatter?.AsOf,
            head.FrontMatter?.Topics ?? [],
            head.FrontMatter?.Validity);
        return new CorpusDocument(info, MarkdownSections.Read(head.Body, title, source.CancellationToken))
        {
            Notes = [.. head.Notes.Select(note => note with { Path = source.Path })],
            Questions = [.. (head.FrontMatter?.Questions ?? []).Select(listed => listed with { Path = source.Path })],
        };
    }
}
