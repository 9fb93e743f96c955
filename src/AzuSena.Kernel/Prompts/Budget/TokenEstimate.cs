namespace AzuSena.Prompts.Budget;

/// <summary>
/// How many tokens a text takes, estimated from above without the model's tokenizer, which Ollama does not offer. Over the demonstration
/// corpus it gives a third more than Mistral's tokenizer and two thirds more than Llama 3's: docs/decisions/0010-prompts.md.
/// </summary>
public static class TokenEstimate
{
    /// <summary>What the marks of a chat template take around each message.</summary>
    public const int PerMessage = 8;

    // Letters a token, in words and in what no vocabulary holds whole.
    private const double LettersPerToken = 2.5;
    private const double LettersPerTokenInLongWord = 1.4;
    private const int LongWord = 20;

    // A letter with an accent, or a capital one, is more often a token of its own.
    private const double RareLetter = 1.6;
    private const char LastLatin = '\u024F';

    /// <summary>The estimate; 0 for an empty text.</summary>
    public static int Of(ReadOnlySpan<char> text)
    {
        var tokens = 0;
        for (var i = 0; i < text.Length;)
        {
            var end = i;
            var weight = 0.0;
            while (end < text.Length && char.IsLetter(text[end]) && text[end] <= LastLatin)
            {
                weight += char.IsAsciiLetterLower(text[end]) ? 1 : RareLetter;
                end++;
            }

            if (end > i)
            {
                tokens += (int)Math.Ceiling(weight / (end - i > LongWord ? LettersPerTokenInLongWord : LettersPerToken));
                i = end;
                continue;
            }

            tokens += Single(text, i);
            i++;
        }

        return tokens;
    }

    // Digits and marks are a token each; other scripts fall back to the bytes of UTF-8, at most 3 for each UTF-16 unit.
    private static int Single(ReadOnlySpan<char> text, int at) => text[at] switch
    {
        ' ' => at + 1 < text.Length && char.IsLetter(text[at + 1]) ? 0 : 1,
        < '\u0080' => 1,
        < '\u0800' => 2,
        _ => 3,
    };
}
