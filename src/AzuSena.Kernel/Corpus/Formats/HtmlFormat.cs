using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using AzuSena.Memory;

namespace AzuSena.Corpus.Formats;

/// <summary>Web pages: the main content without menus, scripts and forms. Nothing is loaded and nothing is run.</summary>
internal sealed class HtmlFormat : IDocumentFormat
{
    private const int MaxDepth = 400;

    private const string Clutter =
        "script, style, noscript, template, nav, aside, header, footer, form, button, select, iframe, object, svg, canvas, dialog, " +
        "[hidden], [aria-hidden=true], [role=navigation], [role=banner], [role=contentinfo], [role=search], [role=complementary]";

    public IReadOnlyList<string> Extensions => [".html", ".htm"];

    public long MaxBytes => SizeLimits.Text;

    public CorpusDocument Read(DocumentSource source)
    {
        using var page = new HtmlParser().ParseDocument(TextDecoder.Decode(source.Content));
        var main = page.QuerySelector("main, [role=main]") ?? OnlyArticle(page) ?? page.Body;
        foreach (var clutter in main?.QuerySelectorAll(Clutter).Where(element => !IsTitle(element)).ToArray() ?? [])
        {
            clutter.Remove();
        }

        var title = FirstText(main?.QuerySelector("h1")?.TextContent, page.Title, source.TitleFromPath);
        var sections = new SectionBuilder();
        if (main is not null)
        {
            new HtmlBlocks(sections, MaxDepth, source.CancellationToken).Read(main);
        }

        return new CorpusDocument(new DocumentInfo(source.Path, title), sections.Build(title));
    }

    private static IElement? OnlyArticle(IDocument page) => page.QuerySelectorAll("article") is [var article] ? article : null;

    // Pages put their title into a header of the main content.
    private static bool IsTitle(IElement element) => element.LocalName is "header" && element.QuerySelector("h1") is not null && element.QuerySelector("nav") is null;

    private static string FirstText(params string?[] texts) => texts.Select(text => SectionBuilder.OneLine(text ?? "")).First(text => text.Length > 0);
}
