namespace AzuSena.Whisper.Tokens;

/// <summary>
/// Splits a text as GPT-2 does before byte pair encoding: an English ending (<c>'s</c>, <c>'ll</c>), or a run of letters, digits or other characters with the
/// space before it; the last character of longer white space belongs to the word after it.
/// </summary>
internal static class PieceWords
{
    private static readonly string[] Endings = ["'s", "'t", "'re", "'ve", "'m", "'ll", "'d"];

    /// <summary>The ranges, in order; together they are the whole text.</summary>
    public static IEnumerable<Range> Of(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = EndOf(text, start);
            yield return start..end;
            start = end;
        }
    }

    private static int EndOf(string text, int start)
    {
        foreach (var ending in Endings)
        {
            if (text.AsSpan(start).StartsWith(ending, StringComparison.Ordinal))
            {
                return start + ending.Length;
            }
        }

        var first = text[start] == ' ' ? start + 1 : start;
        if (first < text.Length && KindOf(text[first]) is not Kind.Space and var kind)
        {
            return Skip(text, first, kind);
        }

        var end = Skip(text, start, Kind.Space);
        return end < text.Length && end - start > 1 ? end - 1 : end;
    }

    private static int Skip(string text, int at, Kind kind)
    {
        while (at < text.Length && KindOf(text[at]) == kind)
        {
            at++;
        }

        return at;
    }

    private static Kind KindOf(char c) => char.IsWhiteSpace(c) ? Kind.Space : char.IsLetter(c) ? Kind.Letter : char.IsNumber(c) ? Kind.Number : Kind.Other;

    private enum Kind
    {
        Space,
        Letter,
        Number,
        Other,
    }
}
