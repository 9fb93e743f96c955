namespace AzuSena.Voice.Speaking;

/// <summary>Estimates the duration of spoken text from its characters.</summary>
internal static class SpeechLength
{
    // Measured: prose, numbers and spelled-out names of letters take a second for 15 to 16 characters, words of one syllable for up to 21. A word longer than
    // any in the language is spoken faster.
    private const double FastestCharactersPerSecond = 24;
    private const int LongestWord = 24;

    /// <summary>The minimum duration.</summary>
    public static TimeSpan AtLeast(string spoken)
    {
        var (characters, word) = (0, 0);
        foreach (var character in spoken)
        {
            word = char.IsWhiteSpace(character) ? 0 : word + 1;
            characters += word <= LongestWord ? 1 : 0;
        }

        return TimeSpan.FromSeconds(characters / FastestCharactersPerSecond);
    }
}
