namespace AzuSena.Voice.Speaking;

/// <summary>How long a text takes to be said, as far as that can be told from its characters.</summary>
internal static class SpeechLength
{
    // Measured: prose, numbers and the names of letters take a second for 15 to 16 characters, words of one syllable for up to 21. A word longer than any of
    // the language is said in haste.
    private const double FastestCharactersPerSecond = 24;
    private const int LongestWord = 24;

    /// <summary>The least that it takes.</summary>
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
