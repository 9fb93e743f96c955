using System.Collections.Frozen;

namespace AzuSena.Spanish;

/// <summary>
/// Splits Spanish text into sentences. A line break ends a sentence (passages have one paragraph or list item per line); within a line, a sentence ends at a
/// full stop, question or exclamation mark or ellipsis that is followed by the start of another, but not after an abbreviation ("Art. 5"), an initial ("J.
/// Pérez") or inside a number ("1.500").
/// </summary>
public static class SentenceSplitter
{
    private static readonly FrozenSet<string> Titles = new[]
    {
        "sr", "sra", "srta", "sres", "dr", "dra", "ing", "lic", "prof", "gral", "mr", "mrs", "sta", "sto", "ee", "cf", "vs", "aprox", "ej",
    }.ToFrozenSet(StringComparer.Ordinal);

    // These are also words or ends of sentences ("dijo que no."), so they only count before a number.
    private static readonly FrozenSet<string> NumberedReferences = new[]
    {
        "art", "arts", "núm", "num", "nro", "no", "par", "lit", "inc", "cap", "pág", "pag", "págs", "vol", "fig", "ext", "tel", "av", "cra", "cll",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The ranges of the sentences of <paramref name="text"/>, in order, without surrounding white space.</summary>
    public static List<Range> Split(string text)
    {
        var sentences = new List<Range>();
        var lineStart = 0;
        while (lineStart < text.Length)
        {
            var newline = text.IndexOf('\n', lineStart);
            var lineEnd = newline < 0 ? text.Length : newline;
            SplitLine(text, lineStart, lineEnd, sentences);
            lineStart = lineEnd + 1;
        }

        return sentences;
    }

    private static void SplitLine(string text, int start, int end, List<Range> sentences)
    {
        // Tables that were lowercased as a whole contain sentences too.
        var isLowerCase = !HasUpper(text.AsSpan(start, end - start));
        var sentenceStart = start;
        for (var i = start; i < end; i++)
        {
            if (!IsTerminator(text[i]))
            {
                continue;
            }

            var close = i + 1;
            while (close < end && (IsTerminator(text[close]) || IsClosing(text[close])))
            {
                close++;
            }

            if (close >= end
                || (char.IsWhiteSpace(text[close])
                    && StartsSentence(text, close, end, isLowerCase)
                    && !EndsInAbbreviation(text, sentenceStart, i)))
            {
                Add(text, sentenceStart, close, sentences);
                sentenceStart = close;
            }

            i = close - 1;
        }

        Add(text, sentenceStart, end, sentences);
    }

    private static void Add(string text, int start, int end, List<Range> sentences)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        if (end > start)
        {
            sentences.Add(start..end);
        }
    }

    private static bool IsTerminator(char c) => c is '.' or '?' or '!' or '…';

    private static bool IsClosing(char c) => c is '"' or '\'' or ')' or ']' or '»' or '”' or '’';

    private static bool StartsSentence(string text, int at, int end, bool isLowerCase)
    {
        while (at < end && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at >= end
            || (isLowerCase && char.IsLower(text[at]))
            || char.IsUpper(text[at])
            || char.IsDigit(text[at])
            || text[at] is '¿' or '¡' or '"' or '«' or '“' or '(' or '[' or '-' or '―' or '—';
    }

    private static bool HasUpper(ReadOnlySpan<char> line)
    {
        foreach (var c in line)
        {
            if (char.IsUpper(c))
            {
                return true;
            }
        }

        return false;
    }

    private static bool EndsInAbbreviation(string text, int start, int dot)
    {
        if (text[dot] != '.')
        {
            return false;
        }

        var wordStart = dot;
        while (wordStart > start && char.IsLetter(text[wordStart - 1]))
        {
            wordStart--;
        }

        var word = text[wordStart..dot].ToLowerInvariant();
        var isInitial = word.Length == 1 && char.IsUpper(text[wordStart]);
        return isInitial || Titles.Contains(word) || (NumberedReferences.Contains(word) && IsFollowedByDigit(text, dot + 1));
    }

    private static bool IsFollowedByDigit(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at < text.Length && char.IsDigit(text[at]);
    }
}
