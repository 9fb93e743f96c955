using AzuSena.Spanish;

namespace AzuSena.Passages;

/// <summary>A range of a passage that can be quoted on its own.</summary>
/// <param name="Span">Its range in the passage's text.</param>
/// <param name="Parts">Its parts: one sentence, or the lead-in of a list and then the list's items.</param>
/// <param name="Heading">The heading within the passage above it, if any.</param>
public sealed record PassageUnit(Range Span, IReadOnlyList<Range> Parts, string? Heading = null)
{
    /// <summary>Whether it is a list with its lead-in.</summary>
    public bool IsList => Parts.Count > 1;
}

/// <summary>Finds the quotable units of a passage: its sentences without the headings, and lists together with their lead-in.</summary>
public static class PassageUnits
{
    /// <summary>The nearest heading above a unit, within its passage or above it, without its mark; null if there is none.</summary>
    public static string? HeadingOf(Passage passage, PassageUnit unit) =>
        unit.Heading is { } own ? own[PassageText.HeadingMark.Length..] : passage.HeadingPath is [.., var last] ? last : null;

    /// <summary>The units of <paramref name="text"/>, in order.</summary>
    public static List<PassageUnit> Split(string text)
    {
        var units = new List<PassageUnit>();
        var inHeading = false;
        var inList = false;
        string? heading = null;
        foreach (var span in SentenceSplitter.Split(text))
        {
            // A heading may contain a question mark or a full stop, and is still one line.
            inHeading = StartsLine(text, span) ? PassageText.IsHeading(text.AsSpan()[span]) : inHeading;
            if (inHeading)
            {
                heading = StartsLine(text, span) ? text[span] : $"{heading} {text[span]}";

                // Items under another heading form another list.
                inList = false;
                continue;
            }

            if (inList && PassageText.IsItem(text.AsSpan()[span]) && units.LastOrDefault() is { } last)
            {
                units[^1] = last with { Span = last.Span.Start..span.End, Parts = [.. last.Parts, span] };
            }
            else if (units.LastOrDefault() is { IsList: true } list && !StartsLine(text, span) && PassageText.IsItem(text.AsSpan()[list.Parts[^1]]))
            {
                // A further sentence of the list's last item.
                units[^1] = list with { Span = list.Span.Start..span.End, Parts = [.. list.Parts.Take(list.Parts.Count - 1), list.Parts[^1].Start..span.End] };
            }
            else
            {
                units.Add(new PassageUnit(span, [span], heading));
                inList = text[span].EndsWith(':');
            }
        }

        return units;
    }

    private static bool StartsLine(string text, Range span)
    {
        var before = text.AsSpan(0, span.Start.Value);
        return before[(before.LastIndexOf('\n') + 1)..].IsWhiteSpace();
    }
}
