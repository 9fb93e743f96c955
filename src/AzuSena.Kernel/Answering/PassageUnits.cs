using AzuSena.Passages;
using AzuSena.Spanish;

namespace AzuSena.Answering;

/// <summary>A stretch of a passage that can be quoted by itself.</summary>
/// <param name="Span">Where it stands in the passage's text.</param>
/// <param name="Parts">What it consists of: one sentence, or the sentence that leads into a list and then the list's items.</param>
/// <param name="Heading">The heading inside the passage that it stands under, if any.</param>
public sealed record PassageUnit(Range Span, IReadOnlyList<Range> Parts, string? Heading = null)
{
    /// <summary>Whether it is a list with the sentence that leads into it.</summary>
    public bool IsList => Parts.Count > 1;
}

/// <summary>Finds what can be quoted in a passage: its sentences without the headings, and lists together with their lead-in.</summary>
public static class PassageUnits
{
    /// <summary>The units of <paramref name="text"/>, in order.</summary>
    public static List<PassageUnit> Split(string text)
    {
        var units = new List<PassageUnit>();
        var inHeading = false;
        var inList = false;
        string? heading = null;
        foreach (var span in SentenceSplitter.Split(text))
        {
            // A heading may hold a question mark or a full stop, and is still one line.
            inHeading = StartsLine(text, span) ? PassageText.IsHeading(text.AsSpan()[span]) : inHeading;
            if (inHeading)
            {
                heading = StartsLine(text, span) ? text[span] : $"{heading} {text[span]}";

                // What stands under another heading is another list.
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
