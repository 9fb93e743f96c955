using System.Runtime.InteropServices;

namespace AzuSena.Spanish.Legal;

/// <summary>
/// Articles that are listed together in folded text: <c>articulo 5</c>, <c>arts. 3, 4 y 7</c>, <c>articulo no. 12</c>, <c>articulos 48 a 51</c>.
/// </summary>
/// <param name="Start">Start of the first word.</param>
/// <param name="End">End of the last number, exclusive.</param>
/// <param name="Numbers">The numbers, in order; at least one.</param>
internal sealed record ArticleList(int Start, int End, IReadOnlyList<ListedArticle> Numbers)
{
    private static readonly string[] NumberSigns = ["umero", "um", "ro", "o", ""];

    /// <summary>The lists of a text, in order, found in a single pass.</summary>
    /// <param name="text">Folded text.</param>
    /// <param name="hasRanges">Whether "a" and "hasta el" continue a list; otherwise they end it.</param>
    public static List<ArticleList> Find(string text, bool hasRanges)
    {
        var lists = new List<ArticleList>();
        for (var at = Next(text, 0); at >= 0; at = Next(text, at))
        {
            if (WordBoundary.IsAt(text, at) && FirstNumber(text, at) is { } first)
            {
                var end = first.End < text.Length && text[first.End] is '°' or '.' ? first.End + 1 : first.End;
                List<ListedArticle> numbers = [first];
                while (NextNumber(text, end, hasRanges) is { } next)
                {
                    numbers.Add(next);
                    end = next.End < text.Length && text[next.End] == '°' && !IsDigit(text, next.End + 1) ? next.End + 1 : next.End;
                }

                lists.Add(new ArticleList(at, end, numbers));
                at = end;
            }
            else
            {
                at++;
            }
        }

        return lists;
    }

    private static int Next(string text, int from) => from < text.Length ? text.IndexOf("art", from, StringComparison.Ordinal) : -1;

    private static ListedArticle? FirstNumber(string text, int start)
    {
        var wordEnd = SkipLetters(text, start);
        if (!IsArticleWord(text.AsSpan(start + 3, wordEnd - start - 3)))
        {
            return null;
        }

        var at = wordEnd;
        while (at < text.Length && (text[at] == '.' || char.IsWhiteSpace(text[at])))
        {
            at++;
        }

        foreach (var place in (ReadOnlySpan<int>)[BehindNumberSign(text, at), text.AsSpan(at) is ['#', ..] ? SkipSpace(text, at + 1) : -1, at])
        {
            if (place >= 0 && ArticleNumber.EndAt(text, place) is > 0 and var end)
            {
                return new ListedArticle(place, end, EndsRange: false);
            }
        }

        return null;
    }

    // "", "s", "iculo", "iculos" and misspellings of the word: four to six letters and an o.
    private static bool IsArticleWord(ReadOnlySpan<char> rest)
    {
        var singular = rest is [.., 's'] ? rest[..^1] : rest;
        return singular is [] or ({ Length: >= 5 and <= 7 } and [.., 'o']);
    }

    // "n", "n.", "no", "nro.", "num", "numero", not followed by a letter.
    private static int BehindNumberSign(string text, int at)
    {
        if (text.AsSpan(at) is not ['n', ..])
        {
            return -1;
        }

        var end = text.AsSpan(at + 1) is ['.', ..] ? SkipNumberWord(text, at + 2) : -1;
        end = end >= 0 ? end : SkipNumberWord(text, at + 1);
        while (end >= 0 && end < text.Length && (text[end] is '.' or '°' || char.IsWhiteSpace(text[end])))
        {
            end++;
        }

        return end;
    }

    private static int SkipNumberWord(string text, int at)
    {
        var end = SkipLetters(text, at);
        var word = text.AsSpan(at, end - at);
        foreach (var sign in NumberSigns)
        {
            if (word.SequenceEqual(sign))
            {
                return end;
            }
        }

        return -1;
    }

    private static ListedArticle? NextNumber(string text, int from, bool hasRanges)
    {
        var at = SkipSpace(text, from);
        var (length, isRange) = text.AsSpan(at) switch
        {
            [',', ..] => (1, false),
            ['y' or 'o' or 'e', ..] => (1, false),
            ['a', 'l', ..] when hasRanges && WordBoundary.IsAt(text, at + 2) => (2, true),
            ['a', ..] when hasRanges => (1, true),
            ['h', 'a', 's', 't', 'a', ' ', 'e', 'l', ..] when hasRanges => (8, true),
            _ => (0, false),
        };
        if (length == 0 || (text[at] != ',' && !(WordBoundary.IsAt(text, at) && WordBoundary.IsAt(text, at + length))))
        {
            return null;
        }

        var start = SkipSpace(text, at + length);
        return ArticleNumber.EndAt(text, start, isWhole: true) is > 0 and var end ? new ListedArticle(start, end, isRange) : null;
    }

    private static bool IsDigit(string text, int at) => at < text.Length && char.IsDigit(text[at]);

    private static int SkipSpace(string text, int at) => at < text.Length && char.IsWhiteSpace(text[at]) ? at + 1 : at;

    private static int SkipLetters(string text, int at)
    {
        while (at < text.Length && char.IsAsciiLetterLower(text[at]))
        {
            at++;
        }

        return at;
    }
}

/// <summary>One number of a list of articles.</summary>
/// <param name="Start">Start.</param>
/// <param name="End">End, exclusive.</param>
/// <param name="EndsRange">Whether it ends a range that the preceding number starts.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ListedArticle(int Start, int End, bool EndsRange);
