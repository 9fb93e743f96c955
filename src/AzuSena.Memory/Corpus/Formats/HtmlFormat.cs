using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using AzuSena.Passages;

namespace AzuSena.Memory.Corpus.Formats;

/// <summary>Web pages: the main content without menus, scripts and forms. Nothing is loaded or executed.</summary>
internal sealed class HtmlFormat : IDocumentFormat
{
    private const int MaxDepth = 400;

    // Pages often leave tags open, so this limit only separates mistakes from attacks.
    private const int MaxOpenTags = 2_000;

    private const string Clutter =
        "script, style, noscript, template, nav, aside, header, footer, form, button, select, iframe, object, svg, canvas, dialog, " +
        "[hidden], [aria-hidden=true], [role=navigation], [role=banner], [role=contentinfo], [role=search], [role=complementary]";

    public IReadOnlyList<string> Extensions => [".html", ".htm"];

    public long MaxBytes => SizeLimits.Text;

    public CorpusDocument Read(DocumentSource source)
    {
        var text = TextDecoder.Decode(source.Content);
        HtmlNesting.Check(text, MaxOpenTags);
        using var page = Parser(source.CancellationToken).ParseDocument(text);
        var main = page.QuerySelector("main, [role=main]") ?? OnlyArticle(page) ?? page.Body;
        foreach (var clutter in main?.QuerySelectorAll(Clutter).Where(element => !IsTitle(element)).ToArray() ?? [])
        {
            clutter.Remove();
        }

        var title = FirstText(main?.QuerySelector("h1")?.TextContent, page.Title, source.TitleFromPath);
        var sections = new SectionBuilder(source.CancellationToken);
        if (main is not null)
        {
            new HtmlBlocks(sections, MaxDepth, source.CancellationToken).Read(main);
        }

        return new CorpusDocument(new DocumentInfo(source.Path, title), sections.Build(title));
    }

    // The parser observes no token, but raises an event for every element.
    private static HtmlParser Parser(CancellationToken cancellationToken)
    {
        var elements = 0;
        return new HtmlParser(new HtmlParserOptions
        {
            OnCreated = (_, _) =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (++elements > SizeLimits.Elements)
                {
                    throw new DocumentException("DocumentExpands", SizeLimits.InMillions(SizeLimits.Elements));
                }
            },
        });
    }

    private static IElement? OnlyArticle(IDocument page) => page.QuerySelectorAll("article") is [var article] ? article : null;

    // Some pages put their title into a header of the main content.
    private static bool IsTitle(IElement element) =>
        element.LocalName is "header" && element.QuerySelector("h1") is not null && element.QuerySelector("nav") is null;

    private static string FirstText(params string?[] texts) => texts.Select(text => SectionBuilder.OneLine(text ?? "")).First(text => text.Length > 0);
}
