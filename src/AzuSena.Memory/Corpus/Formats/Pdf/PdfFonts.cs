using System.Globalization;
using UglyToad.PdfPig.Content;

namespace AzuSena.Memory.Corpus.Formats.Pdf;

/// <summary>
/// Tells the fonts whose characters are not known: without a table of characters, a text comes out as the numbers of its glyphs, which are other characters.
/// Spanish has more than forty vowels in a hundred characters.
/// </summary>
internal sealed class PdfFonts
{
    private const int MinLetters = 30;
    private const double FewVowels = 0.2;
    private const double ManyOdd = 0.15;

    private readonly Dictionary<string, (int Latin, int Vowels, int Odd)> _counts = new(StringComparer.Ordinal);

    /// <summary>Counts the characters of a page.</summary>
    public void Count(Page page)
    {
        foreach (var letter in page.Letters)
        {
            var counts = _counts.GetValueOrDefault(letter.FontName ?? "");
            foreach (var c in letter.Value)
            {
                counts.Latin += IsLatin(c) ? 1 : 0;
                counts.Vowels += IsVowel(c) ? 1 : 0;
                counts.Odd += IsOdd(c) ? 1 : 0;
            }

            _counts[letter.FontName ?? ""] = counts;
        }
    }

    /// <summary>Whether the characters of a font are known, after what was counted.</summary>
    public bool IsReadable(string font) =>
        !_counts.TryGetValue(font, out var counts) || counts.Latin + counts.Odd < MinLetters
        || (counts.Vowels >= FewVowels * counts.Latin && counts.Odd <= ManyOdd * (counts.Latin + counts.Odd));

    private static bool IsLatin(char c) => char.IsLetter(c) && c <= '\u024F';

    private static bool IsVowel(char c) => "aeiouáéíóúüAEIOUÁÉÍÓÚÜ".Contains(c, StringComparison.Ordinal);

    // Greek is used in formulas, private characters in fonts of symbols.
    private static bool IsOdd(char c) =>
        (char.IsLetter(c) && c is > '\u024F' and not (>= '\u0370' and <= '\u03FF') and not (>= '\uFB00' and <= '\uFB06'))
        || (char.IsControl(c) && !char.IsWhiteSpace(c))
        || c is '\uFFFD'
        || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.OtherNotAssigned;
}
