namespace AzuSena.Prompts.Budget;

/// <summary>
/// Estimates the tokens of a text from above, without the model's tokenizer, which Ollama does not expose. On the demonstration corpus the estimate exceeds
/// Mistral's tokenizer by a third and Llama 3's by two thirds: docs/decisions/0010-prompts.md.
/// </summary>
public static class TokenEstimate
{
    /// <summary>The tokens of a chat template's markers around each message.</summary>
    public const int PerMessage = 8;

    // Letters per token, in words and in strings that no vocabulary contains as a whole.
    private const double LettersPerToken = 2.5;
    private const double LettersPerTokenInLongWord = 1.4;
    private const int LongWord = 20;

    // An accented or capital letter is more often a token of its own.
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

    // Digits and punctuation are a token each; other scripts fall back to UTF-8 bytes, at most 3 per UTF-16 unit.
    private static int Single(ReadOnlySpan<char> text, int at) => text[at] switch
    {
        ' ' => at + 1 < text.Length && char.IsLetter(text[at + 1]) ? 0 : 1,
        < '\u0080' => 1,
        < '\u0800' => 2,
        _ => 3,
    };
}
