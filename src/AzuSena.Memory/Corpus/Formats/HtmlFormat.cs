using AngleSharp.Dom;
using AzuSena.Passages;

namespace AzuSena.Memory.Corpus.Formats;

/// <summary>Web pages: the main content without menus, scripts and forms. Nothing is loaded or executed.</summary>
internal sealed class HtmlFormat : IDocumentFormat
{
    public IReadOnlyList<string> Extensions => [".html", ".htm"];

    public long MaxBytes => SizeLimits.Text;

    public CorpusDocument Read(DocumentSource source)
    {
        using var page = HtmlFragment.Parse(TextDecoder.Decode(source.Content), source.CancellationToken);
        var main = page.QuerySelector("main, [role=main]") ?? OnlyArticle(page) ?? page.Body;
        if (main is not null)
        {
            HtmlFragment.RemoveClutter(main);
        }

        var title = FirstText(main?.QuerySelector("h1")?.TextContent, page.Title, source.TitleFromPath);
        var sections = new SectionBuilder(source.CancellationToken);
        if (main is not null)
        {
            HtmlFragment.Read(main, sections, source.CancellationToken);
        }

        return new CorpusDocument(new DocumentInfo(source.Path, title), sections.Build(title));
    }

    private static IElement? OnlyArticle(IDocument page) => page.QuerySelectorAll("article") is [var article] ? article : null;

    private static string FirstText(params string?[] texts) => texts.Select(text => SectionBuilder.OneLine(text ?? "")).First(text => text.Length > 0);
}
