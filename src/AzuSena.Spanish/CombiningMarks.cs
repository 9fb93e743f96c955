using System.Globalization;
using System.Text;

namespace AzuSena.Spanish;

/// <summary>
/// Limits runs of combining marks. Normalisation sorts the marks of a run in time quadratic in their number; no script needs more than a few (Unicode Standard
/// Annex 15, "Stream-Safe Text Format", allows thirty).
/// </summary>
public static class CombiningMarks
{
    private const int Most = 30;
    private const char FirstMark = '\u0300';

    /// <summary>The text without the marks beyond the thirtieth of each run.</summary>
    public static string Bound(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange('\0', (char)(FirstMark - 1)) || LongestRun(text) <= Most)
        {
            return text;
        }

        var bounded = new StringBuilder(text.Length);
        var run = 0;
        for (var i = 0; i < text.Length; i += LengthAt(text, i))
        {
            run = IsMark(text, i) ? run + 1 : 0;
            if (run <= Most)
            {
                bounded.Append(text, i, LengthAt(text, i));
            }
        }

        return bounded.ToString();
    }

    private static int LongestRun(string text)
    {
        var (longest, run) = (0, 0);
        for (var i = 0; i < text.Length; i += LengthAt(text, i))
        {
            run = text[i] >= FirstMark && IsMark(text, i) ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }

    private static int LengthAt(string text, int at) => char.IsSurrogatePair(text, at) ? 2 : 1;

    private static bool IsMark(string text, int at) =>
        CharUnicodeInfo.GetUnicodeCategory(text, at) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark;
}
