using System.Text;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace AzuSena.Corpus;

/// <summary>Reads Markdown as sections of plain lines: no emphasis, links as their text, no HTML, headings as the path.</summary>
internal static partial class MarkdownSections
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().Build();

    /// <summary>The sections of <paramref name="markdown"/>; a first heading equal to <paramref name="title"/> is not repeated in the path.</summary>
    public static List<Section> Read(string markdown, string? title)
    {
        var sections = new List<Section>();
        var path = new List<(int Level, string Text)>();
        var lines = new List<string>();
        foreach (var block in Parse(markdown))
        {
            if (block is HeadingBlock heading)
            {
                Close();
                path.RemoveAll(above => above.Level >= heading.Level);
                path.Add((heading.Level, PlainText(heading.Inline)));
            }
            else
            {
                AddLines(block, lines, "");
            }
        }

        Close();
        return sections;

        void Close()
        {
            if (lines.Count > 0)
            {
                var headings = path.Select(above => above.Text).Where((text, i) => i > 0 || !string.Equals(text, title, StringComparison.OrdinalIgnoreCase));
                sections.Add(new Section([.. headings], [.. lines]));
                lines.Clear();
            }
        }
    }

    /// <summary>The first level-1 heading, or null.</summary>
    public static string? FirstHeading(string markdown) => Parse(markdown)
        .OfType<HeadingBlock>()
        .Where(heading => heading.Level == 1)
        .Select(heading => PlainText(heading.Inline))
        .FirstOrDefault(text => text.Length > 0);

    private static MarkdownDocument Parse(string markdown)
    {
        try
        {
            return Markdown.Parse(markdown, Pipeline);
        }
        catch (ArgumentException exception)
        {
            // Markdig's guard against text that would exhaust the stack.
            throw new DocumentException(1, "MarkdownTooDeep", exception);
        }
    }

    private static void AddLines(Block block, List<string> lines, string marker)
    {
        switch (block)
        {
            case LeafBlock { Inline: not null } leaf when PlainText(leaf.Inline) is { Length: > 0 } text:
                lines.Add(marker + text);
                break;
            case CodeBlock code:
                lines.AddRange(code.Lines.ToString().Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));
                break;
            case ContainerBlock container:
                foreach (var child in container)
                {
                    AddLines(child, lines, container is ListItemBlock && child == container[0] ? "- " : "");
                }

                break;
        }
    }

    private static string PlainText(ContainerInline? inlines)
    {
        var text = new StringBuilder();
        foreach (var inline in inlines?.Descendants() ?? [])
        {
            text.Append(inline switch
            {
                LiteralInline literal => literal.Content.ToString(),
                CodeInline code => code.Content,
                HtmlEntityInline entity => entity.Transcoded.ToString(),
                AutolinkInline link => link.Url,
                LineBreakInline => " ",
                _ => "",
            });
        }

        return WhiteSpace().Replace(text.ToString(), " ").Trim();
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WhiteSpace();
}
