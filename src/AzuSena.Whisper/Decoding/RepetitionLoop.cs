namespace AzuSena.Whisper.Decoding;

/// <summary>Detects repetition loops, which small models produce on noise, so that they are not continued to the token limit.</summary>
internal static class RepetitionLoop
{
    private const int LongestPeriod = 40;
    private const int FewestRounds = 4;
    private const int FewestTokens = 20;

    /// <summary>The length of the repeated sequence at the end of a text, or null if there is none.</summary>
    public static int? PeriodAtEnd(IReadOnlyList<int> tokens)
    {
        for (var period = 1; period <= LongestPeriod; period++)
        {
            var needed = Math.Max(FewestTokens, period * FewestRounds);
            if (tokens.Count >= needed && Repeats(tokens, period, needed))
            {
                return period;
            }
        }

        return null;
    }

    /// <summary>The text with a single occurrence of the sequence that it ends in.</summary>
    public static IReadOnlyList<int> Cut(IReadOnlyList<int> tokens)
    {
        if (PeriodAtEnd(tokens) is not { } period)
        {
            return tokens;
        }

        var length = tokens.Count;
        while (length > period && tokens[length - 1] == tokens[length - 1 - period])
        {
            length--;
        }

        return [.. tokens.Take(length)];
    }

    private static bool Repeats(IReadOnlyList<int> tokens, int period, int count)
    {
        for (var index = tokens.Count - count; index < tokens.Count - period; index++)
        {
            if (tokens[index] != tokens[index + period])
            {
                return false;
            }
        }

        return true;
    }
}
