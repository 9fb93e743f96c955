using System.Globalization;
using System.Text;

namespace AzuSena.Prompts.Rendering;

/// <summary>
/// Reduces a text to its visible characters. Invisible characters can hide instructions from users and split tokens that rejoin later; characters not allowed
/// in XML would make a prompt unparsable.
/// </summary>
internal static class VisibleText
{
    /// <summary>The text in Unicode normal form C with <c>\n</c> as the only line end.</summary>
    public static string Of(string text)
    {
        var visible = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t')
            {
                visible.Append((char)rune.Value);
            }
            else if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.SpaceSeparator)
            {
                visible.Append(' ');
            }
            else if (!IsHidden(rune))
            {
                visible.Append(rune);
            }
        }

        return visible.ToString().Normalize(NormalizationForm.FormC);
    }

    private static bool IsHidden(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || IsFiller(rune.Value);

    // Invisible characters of letter categories: Hangul fillers, the blank of Braille, variation selectors, the combining joiner.
    private static bool IsFiller(int value) =>
        value is 0x034F or 0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x2800 or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);
}
