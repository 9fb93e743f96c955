using System.Globalization;

namespace AzuSena.Spanish;

/// <summary>The edges of words, as <c>\b</c> of a regular expression sees them: for what is read by hand and was, or could be, a pattern.</summary>
public static class WordBoundary
{
    /// <summary>Whether a word starts or ends between the character before a place and the one at it.</summary>
    public static bool IsAt(ReadOnlySpan<char> text, int at) =>
        (at > 0 && at <= text.Length && IsWord(text[at - 1])) != (at >= 0 && at < text.Length && IsWord(text[at]));

    /// <summary>Whether a character belongs to a word.</summary>
    public static bool IsWord(char c) => c switch
    {
        < '\u0080' => char.IsAsciiLetterOrDigit(c) || c == '_',
        '\u200C' or '\u200D' => true,
        _ => char.GetUnicodeCategory(c) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
            or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ConnectorPunctuation,
    };
}
