using System.Buffers;
using AzuSena.Spanish;

namespace AzuSena.Answering.Grounding.Facts;

/// <summary>Finds possible Roman numerals: two letters or more, or one after a word that takes such numerals (<c>siglo V</c>, <c>Juan X</c>).</summary>
internal static class RomanNumerals
{
    private static readonly SearchValues<char> Letters = SearchValues.Create("IVXLCDM");
    private static readonly string[] Counted = ["siglo", "siglos", "capítulo", "título", "libro", "tomo", "parte", "grado", "fase", "nivel", "tipo"];

    /// <summary>The ranges in a text, in order.</summary>
    public static List<Range> Find(string text)
    {
        var found = new List<Range>();
        for (var at = 0; text.AsSpan(at).IndexOfAny(Letters) is >= 0 and var next;)
        {
            var start = at + next;
            var length = text.AsSpan(start).IndexOfAnyExcept(Letters) is >= 0 and var other ? other : text.Length - start;
            var end = start + length;
            var standsAlone = !(start > 0 && char.IsLetterOrDigit(text[start - 1])) && !(end < text.Length && char.IsLetterOrDigit(text[end]));
            if (standsAlone && (length > 1 || (text[start] is 'I' or 'V' or 'X' && IsCounted(text, start - 1))))
            {
                found.Add(start..end);
            }

            at = end;
        }

        return found;
    }

    // A space, preceded by one of the words, or by any word capitalised only at its start.
    private static bool IsCounted(string text, int space)
    {
        if (space < 1 || text[space] != ' ')
        {
            return false;
        }

        var start = space;
        while (start > 0 && char.IsLower(text[start - 1]))
        {
            start--;
        }

        return start > 0 && start < space && char.IsUpper(text[start - 1])
            ? WordBoundary.IsAt(text, start - 1)
            : Array.Exists(Counted, word => text.AsSpan(start, space - start).SequenceEqual(word)) && WordBoundary.IsAt(text, start);
    }
}
