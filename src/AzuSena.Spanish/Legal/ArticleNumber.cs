using System.Globalization;

namespace AzuSena.Spanish.Legal;

/// <summary>
/// Normalises article numbers: <c>5º</c>, <c>5o.</c>, <c>05</c> and <c>quinto</c> are all <c>5</c>; <c>114-1</c>, <c>48A</c> and <c>2.2.6.3.1</c> keep their
/// parts.
/// </summary>
public static class ArticleNumber
{
    private static readonly string[] Ordinals = ["primero", "segundo", "tercero", "cuarto", "quinto", "sexto", "septimo", "octavo", "noveno", "decimo"];
    private static readonly string[] Words = [.. Ordinals, "unico"];

    /// <summary>The number in its normal form, or null if the text contains none, such as an empty cell.</summary>
    public static string? Normalise(string? text)
    {
        var folded = SpanishAnalyzer.Fold(text ?? "");
        for (var i = 0; i < folded.Length; i++)
        {
            if (EndAt(folded, i) is > 0 and var end)
            {
                return Spelled(folded[i..end]);
            }
        }

        return null;
    }

    /// <summary>The end of the number that starts at a position of a folded text, or -1 if there is none.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="at">The position.</param>
    /// <param name="isWhole">Whether the number must not be followed by a digit.</param>
    internal static int EndAt(ReadOnlySpan<char> text, int at, bool isWhole = false) =>
        at >= text.Length ? -1 : char.IsDigit(text[at]) ? EndOfDigits(text, at, isWhole) : EndOfWord(text, at);

    private static string Spelled(string found)
    {
        var ordinal = Array.IndexOf(Ordinals, found);
        if (ordinal >= 0)
        {
            return (ordinal + 1).ToString(CultureInfo.InvariantCulture);
        }

        var number = string.Concat(found.Where(c => !char.IsWhiteSpace(c))).Replace('–', '-');
        number = number.EndsWith('o') && number.Length > 1 && char.IsDigit(number[^2]) ? number[..^1] : number;
        return number.TrimStart('0') is { Length: > 0 } significant && char.IsDigit(significant[0]) ? significant : number is "unico" ? number : "0";
    }

    private static int EndOfWord(ReadOnlySpan<char> text, int at)
    {
        if (!char.IsAsciiLetterLower(text[at]) || !WordBoundary.IsAt(text, at))
        {
            return -1;
        }

        foreach (var word in Words)
        {
            if (text[at..].StartsWith(word, StringComparison.Ordinal) && WordBoundary.IsAt(text, at + word.Length))
            {
                return at + word.Length;
            }
        }

        return -1;
    }

    // Up to four digits, parts of up to three digits after points, and then at most one of: -1, A or -A, bis or ter.
    private static int EndOfDigits(ReadOnlySpan<char> text, int at, bool isWhole)
    {
        var before = -1;
        var end = SkipDigits(text, at, 4);
        while (end + 1 < text.Length && text[end] == '.' && char.IsDigit(text[end + 1]))
        {
            before = end;
            end = SkipDigits(text, end + 1, 3);
        }

        foreach (var ending in (ReadOnlySpan<int>)[EndOfPart(text, end), EndOfLetter(text, end), EndOfBis(text, end), end])
        {
            if (ending >= 0 && !(isWhole && ending < text.Length && char.IsDigit(text[ending])))
            {
                return ending;
            }
        }

        // "1.2345": the last part does not belong to the number.
        return before;
    }

    private static int EndOfPart(ReadOnlySpan<char> text, int at)
    {
        var dash = SkipSpace(text, at);
        if (dash >= text.Length || text[dash] is not ('-' or '–'))
        {
            return -1;
        }

        var start = SkipSpace(text, dash + 1);
        var end = SkipDigits(text, start, 2);
        return end > start && !(end < text.Length && (char.IsDigit(text[end]) || text[end] == '/')) ? end : -1;
    }

    private static int EndOfLetter(ReadOnlySpan<char> text, int at)
    {
        var letter = at < text.Length && text[at] == '-' ? at + 1 : at;
        return letter < text.Length && char.IsAsciiLetterLower(text[letter])
            && !(letter + 1 < text.Length && (char.IsAsciiLetterLower(text[letter + 1]) || char.IsAsciiDigit(text[letter + 1])))
            ? letter + 1
            : -1;
    }

    private static int EndOfBis(ReadOnlySpan<char> text, int at) =>
        at < text.Length && char.IsWhiteSpace(text[at])
            && text[(at + 1)..] is ['b', 'i', 's', ..] or ['t', 'e', 'r', ..] && WordBoundary.IsAt(text, at + 4)
            ? at + 4 : -1;

    private static int SkipSpace(ReadOnlySpan<char> text, int at) => at < text.Length && char.IsWhiteSpace(text[at]) ? at + 1 : at;

    private static int SkipDigits(ReadOnlySpan<char> text, int at, int most)
    {
        var end = at;
        while (end < text.Length && end - at < most && char.IsDigit(text[end]))
        {
            end++;
        }

        return end;
    }
}
