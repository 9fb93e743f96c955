using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using AzuSena.Memory;

namespace AzuSena.Corpus.Formats;

/// <summary>Web pages: the main content without menus, scripts and forms. Nothing is loaded and nothing is run.</summary>
internal sealed partial class HtmlFormat : IDocumentFormat
{
    private const int MaxDepth = 400;

    // Pages leave tags open, so this only tells a mistake from an attack.
    private const int MaxOpenTags = 2_000;

    private const string Clutter =
        "script, style, noscript, template, nav, aside, header, footer, form, button, select, iframe, object, svg, canvas, dialog, " +
        "[hidden], [aria-hidden=true], [role=navigation], [role=banner], [role=contentinfo], [role=search], [role=complementary]";

    public IReadOnlyList<string> Extensions => [".html", ".htm"];

    public long MaxBytes => SizeLimits.Text;

    public CorpusDocument Read(DocumentSource source)
    {
        var text = TextDecoder.Decode(source.Content);
        CheckNesting(text);
        using var page = new HtmlParser().ParseDocument(text);
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

    // The parser's time grows with the square of the depth, so depth is bounded before it starts.
    private static void CheckNesting(string text)
    {
        var open = 0;
        foreach (var tag in NestingTag().EnumerateMatches(text))
        {
            open = text[tag.Index + 1] == '/' ? Math.Max(0, open - 1) : open + 1;
            if (open > MaxOpenTags)
            {
                throw new DocumentException(1, "DocumentTooDeep", MaxDepth);
            }
        }
    }

    // Neither those without an end, nor those that the next of their kind ends.
    [GeneratedRegex(@"</?(?!(?:p|li|dt|dd|td|th|tr|thead|tbody|tfoot|colgroup|option|optgroup|br|hr|img|input|meta|link|source|wbr|col|area|base|embed|param|track|rp|rt)\b)[a-z]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex NestingTag();
}
