using System.Globalization;

namespace AzuSena.Spanish;

/// <summary>Word boundaries as <c>\b</c> of a regular expression defines them, for hand-written parsers.</summary>
public static class WordBoundary
{
    /// <summary>Whether there is a word boundary before the character at a position.</summary>
    public static bool IsAt(ReadOnlySpan<char> text, int at) =>
        (at > 0 && at <= text.Length && IsWord(text[at - 1])) != (at >= 0 && at < text.Length && IsWord(text[at]));

    /// <summary>Whether a character is a word character.</summary>
    public static bool IsWord(char c) => c switch
    {
        < '\u0080' => char.IsAsciiLetterOrDigit(c) || c == '_',
        '\u200C' or '\u200D' => true,
        _ => char.GetUnicodeCategory(c) is UnicodeCategory.UppercaseLetter
            or UnicodeCategory.LowercaseLetter
            or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter
            or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ConnectorPunctuation,
    };
}
