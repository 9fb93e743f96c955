namespace AzuSena.Spanish;

/// <summary>A word of a text, with what follows it.</summary>
/// <param name="Folded">The folded word.</param>
/// <param name="Start">Where it starts in the text.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="IsCapital">Whether it is written with a capital in a text that is not all capitals.</param>
/// <param name="IsBreak">Whether punctuation follows, or the text ends.</param>
public readonly record struct SaidWord(string Folded, int Start, int End, bool IsCapital, bool IsBreak)
{
    /// <summary>The words of a text, in order.</summary>
    public static List<SaidWord> Of(string text)
    {
        var ranges = SpanishAnalyzer.Words(text);
        var hasCase = text.Any(char.IsLower);
        return [.. ranges.Select((range, i) => new SaidWord(
            SpanishAnalyzer.Fold(text.AsSpan()[range]),
            range.Start.Value,
            range.End.Value,
            hasCase && char.IsUpper(text[range.Start.Value]),
            i + 1 == ranges.Count || IsPunctuated(text.AsSpan(range.End.Value..ranges[i + 1].Start.Value))))];
    }

    private static bool IsPunctuated(ReadOnlySpan<char> between)
    {
        foreach (var c in between)
        {
            if (!char.IsWhiteSpace(c))
            {
                return true;
            }
        }

        return false;
    }
}
