using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace AzuSena.Memory.Corpus.Formats;

/// <summary>Parses untrusted HTML within limits and reads what a person sees of it. Nothing is loaded or executed.</summary>
internal static partial class HtmlFragment
{
    private const int MaxDepth = 400;

    // Pages often leave tags open, so this limit only separates mistakes from attacks.
    private const int MaxOpenTags = 2_000;

    private const string Clutter =
        "script, style, noscript, template, nav, aside, header, footer, form, button, select, iframe, object, svg, canvas, dialog, del, " +
        "[hidden], [aria-hidden=true], [role=navigation], [role=banner], [role=contentinfo], [role=search], [role=complementary]";

    /// <summary>Parses a page.</summary>
    /// <exception cref="DocumentException">The page exceeds the limits.</exception>
    public static IHtmlDocument Parse(string html, CancellationToken cancellationToken)
    {
        HtmlNesting.Check(html, MaxOpenTags);
        return Parser(cancellationToken).ParseDocument(html);
    }

    /// <summary>Removes what is not text of the page: menus, scripts, forms, deleted and invisible parts.</summary>
    public static void RemoveClutter(IElement root)
    {
        var invisible = root.QuerySelectorAll("[style]").Where(element => Invisible().IsMatch(element.GetAttribute("style") ?? ""));
        foreach (var clutter in root.QuerySelectorAll(Clutter).Where(element => !IsTitle(element)).Concat(invisible).ToArray())
        {
            clutter.Remove();
        }
    }

    /// <summary>Adds the blocks of an element.</summary>
    public static void Read(IElement root, SectionBuilder sections, CancellationToken cancellationToken) =>
        new HtmlBlocks(sections, MaxDepth, cancellationToken).Read(root);

    /// <summary>Adds the blocks of a piece of a page.</summary>
    public static void Read(string html, SectionBuilder sections, CancellationToken cancellationToken)
    {
        using var page = Parse(html, cancellationToken);
        if (page.Body is { } body)
        {
            RemoveClutter(body);
            Read(body, sections, cancellationToken);
        }
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

    // Some pages put their title into a header of the main content.
    private static bool IsTitle(IElement element) =>
        element.LocalName is "header" && element.QuerySelector("h1") is not null && element.QuerySelector("nav") is null;

    [GeneratedRegex(@"(?:display\s*:\s*none|visibility\s*:\s*hidden)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Invisible();
}
