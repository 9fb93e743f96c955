using System.Text;
using AzuSena.Memory.Corpus;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace AzuSena.Voice.Speaking;

/// <summary>
/// The spoken form of an answer: without Markdown and citation marks, and with abbreviations expanded. Each paragraph, heading, item and cell ends as a
/// sentence, so that the voice pauses there.
/// </summary>
public static class SpokenText
{
    private const string Ends = ".:;?!…";

    private static readonly MarkdownReading Reading = new(pipeline => pipeline.UsePipeTables().UseAutoLinks());

    /// <summary>The text to read aloud.</summary>
    /// <param name="markdown">An answer.</param>
    public static string Of(string markdown)
    {
        var text = new StringBuilder();
        foreach (var block in Parse(markdown).Descendants<LeafBlock>())
        {
            if (block is HtmlBlock or CodeBlock || block.Inline is null)
            {
                continue;
            }

            var said = SpokenWords.Of(Inline(block.Inline)).Trim();
            if (said.Any(char.IsLetterOrDigit))
            {
                text.Append(text.Length > 0 ? "\n" : "").Append(said);
                text.Append(Ends.Contains(said[^1], StringComparison.Ordinal) ? "" : block.Parent is TableCell ? "," : ".");
            }
        }

        return text.ToString();
    }

    // Markdown nested deeper than Markdig supports is not an answer of the service and is not read.
    private static MarkdownDocument Parse(string markdown)
    {
        try
        {
            return Reading.Parse(markdown);
        }
        catch (ArgumentException)
        {
            return new MarkdownDocument();
        }
    }

    private static string Inline(ContainerInline container)
    {
        var text = new StringBuilder();
        foreach (var inline in container)
        {
            text.Append(inline switch
            {
                LiteralInline literal => literal.Content.ToString(),
                CodeInline code => code.Content,
                AutolinkInline link => link.Url,
                HtmlEntityInline entity => entity.Transcoded.ToString(),
                LineBreakInline => " ",
                DelimiterInline delimiter => delimiter.ToLiteral() + Inline(delimiter),
                ContainerInline inner => Inline(inner),
                _ => "",
            });
        }

        return text.ToString();
    }
}
