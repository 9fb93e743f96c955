namespace AzuSena.Whisper.Decoding;

/// <summary>Finds a text that goes round in circles, as small models do on noise, so that it is not written to its limit.</summary>
internal static class RepetitionLoop
{
    private const int LongestPeriod = 40;
    private const int FewestRounds = 4;
    private const int FewestTokens = 20;

    /// <summary>The length of what is repeated at the end of a text, or null where nothing is.</summary>
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

    /// <summary>The text with one round left of the circle that it ends in.</summary>
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
