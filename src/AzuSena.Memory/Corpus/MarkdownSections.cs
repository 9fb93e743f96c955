using System.Text;
using AzuSena.Passages;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace AzuSena.Memory.Corpus;

/// <summary>Reads Markdown as sections of plain lines: without emphasis and HTML, links as their text, headings as the path.</summary>
internal static class MarkdownSections
{
    private static readonly MarkdownReading Reading = new(pipeline => pipeline);

    /// <summary>The sections of <paramref name="markdown"/>; a first heading equal to <paramref name="title"/> is not repeated in the path.</summary>
    public static List<Section> Read(string markdown, string? title, CancellationToken cancellationToken = default)
    {
        var sections = new SectionBuilder(cancellationToken);
        foreach (var block in Parse(markdown))
        {
            if (block is HeadingBlock heading)
            {
                sections.Heading(heading.Level, PlainText(heading.Inline));
            }
            else
            {
                AddLines(block, sections, "");
            }
        }

        return sections.Build(title);
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
            return Reading.Parse(markdown);
        }
        catch (ArgumentException exception)
        {
            // Markdig's guard against text that would overflow the stack.
            throw new DocumentException(1, "MarkdownTooDeep", exception);
        }
    }

    private static void AddLines(Block block, SectionBuilder sections, string marker)
    {
        switch (block)
        {
            case LeafBlock { Inline: not null } leaf:
                sections.Line(PlainText(leaf.Inline), marker);
                break;
            case CodeBlock code:
                foreach (var line in code.Lines.ToString().Split('\n'))
                {
                    sections.Line(line);
                }

                break;
            case ContainerBlock container:
                foreach (var child in container)
                {
                    AddLines(child, sections, container is ListItemBlock && child == container[0] ? PassageText.ItemMark : "");
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

        return SectionBuilder.OneLine(text.ToString());
    }
}
