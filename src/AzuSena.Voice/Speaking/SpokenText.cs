using System.Text;
using AzuSena.Memory.Corpus;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace AzuSena.Voice.Speaking;

/// <summary>
/// An answer as it is read aloud: no Markdown, no citation marks, and what is written short said in full. Each paragraph, heading, item and cell ends as a
/// sentence, so that the voice pauses there.
/// </summary>
public static class SpokenText
{
    private const string Ends = ".:;?!…";

    private static readonly MarkdownReading Reading = new(pipeline => pipeline.UsePipeTables().UseAutoLinks());

    /// <summary>The text to be read.</summary>
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

    // What nests its elements deeper than Markdig follows is no answer of ours, and nothing to read.
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
