using Markdig;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;

namespace AzuSena.Memory.Corpus;

/// <summary>
/// Parses untrusted Markdown. For an unclosed link or emphasis, Markdig scans to the end of the paragraph, so a paragraph of nothing else takes quadratic time.
/// Text with an implausible number of them in one paragraph is read as plain text.
/// </summary>
public sealed class MarkdownReading
{
    private const int MaxOpenings = 2_000;

    private readonly MarkdownPipeline _whole;
    private readonly MarkdownPipeline _blocksOnly;

    /// <summary>Creates a reader with additional extensions.</summary>
    public MarkdownReading(Func<MarkdownPipelineBuilder, MarkdownPipelineBuilder> extend)
    {
        _whole = extend(new MarkdownPipelineBuilder()).Build();
        var plain = new MarkdownPipelineBuilder();
        plain.InlineParsers.Clear();
        plain.InlineParsers.Add(new LineBreakInlineParser());
        _blocksOnly = plain.Build();
    }

    /// <summary>Parses a text.</summary>
    /// <exception cref="ArgumentException">The text is nested deeper than Markdig supports.</exception>
    public MarkdownDocument Parse(string markdown) => Markdown.Parse(markdown, HasTooManyOpenings(markdown) ? _blocksOnly : _whole);

    private static int CountOpenings(ReadOnlySpan<char> line) => line.Count('[') + line.Count('*') + line.Count('_');

    private static bool HasTooManyOpenings(string markdown)
    {
        var openings = 0;
        foreach (var line in markdown.AsSpan().EnumerateLines())
        {
            openings = line.IsWhiteSpace() ? 0 : openings + CountOpenings(line);
            if (openings > MaxOpenings)
            {
                return true;
            }
        }

        return false;
    }
}
