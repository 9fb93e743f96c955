using AzuSena.Memory;

namespace AzuSena.Corpus.Formats;

/// <summary>Markdown with optional front matter.</summary>
internal sealed class MarkdownFormat : IDocumentFormat
{
    public IReadOnlyList<string> Extensions => [".md"];

    public long MaxBytes => SizeLimits.Text;

    public CorpusDocument Read(DocumentSource source)
    {
        var (frontMatter, body) = FrontMatter.Read(TextDecoder.Decode(source.Content), out _);
        var title = frontMatter?.Title ?? MarkdownSections.FirstHeading(body) ?? source.TitleFromPath;
        var info = new DocumentInfo(source.Path, title, frontMatter?.Source, frontMatter?.AsOf, frontMatter?.Topics ?? [], frontMatter?.Validity);
        return new CorpusDocument(info, MarkdownSections.Read(body, title));
    }
}
