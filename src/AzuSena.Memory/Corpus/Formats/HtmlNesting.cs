using System.Collections.Frozen;
using AzuSena.Spanish;

namespace AzuSena.Memory.Corpus.Formats;

/// <summary>Limits the nesting depth of a page before it is parsed: parsing time grows with the square of the depth.</summary>
internal static class HtmlNesting
{
    // Neither void elements nor those that the next element of their kind closes.
    private static readonly FrozenSet<string> NotNesting = new[]
    {
        "p", "li", "dt", "dd", "td", "th", "tr", "thead", "tbody", "tfoot", "colgroup", "option", "optgroup", "br",
        "hr", "img", "input", "meta", "link", "source", "wbr", "col",
        "area", "base", "embed", "param", "track", "rp", "rt",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NotNestingBySpan = NotNesting.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Rejects a page with too many open tags.</summary>
    /// <exception cref="DocumentException">The page is nested too deep.</exception>
    public static void Check(string text, int maxOpen)
    {
        var open = 0;
        for (var at = text.IndexOf('<', StringComparison.Ordinal); at >= 0; at = text.IndexOf('<', at + 1))
        {
            var isEnd = at + 1 < text.Length && text[at + 1] == '/';
            if (!Nests(text.AsSpan(at + (isEnd ? 2 : 1))))
            {
                continue;
            }

            open = isEnd ? Math.Max(0, open - 1) : open + 1;
            if (open > maxOpen)
            {
                throw new DocumentException(1, "DocumentTooDeep", maxOpen);
            }
        }
    }

    private static bool Nests(ReadOnlySpan<char> name)
    {
        if (name.IsEmpty || !char.IsAsciiLetter(name[0]))
        {
            return false;
        }

        var length = 1;
        while (length < name.Length && WordBoundary.IsWord(name[length]))
        {
            length++;
        }

        return !NotNestingBySpan.Contains(name[..length]);
    }
}
