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
        "sr", "sra", "srta", "sres", "sras", "dr", "dra", "drs", "dres", "dras", "ing", "lic", "prof", "gral", "cnel", "mr", "mrs", "sta", "sto", "ee", "cf",
        "cfr", "vs", "aprox", "ej", "arq", "abg", "dña", "mons", "pbro", "hno", "hna", "vda", "excmo", "excma", "ilmo", "fdo", "atte", "conc", "ibíd", "ibid",
    }.ToFrozenSet(StringComparer.Ordinal);

    // These are also words or ends of sentences ("dijo que no."), so they only count before a number.
    private static readonly FrozenSet<string> NumberedReferences = new[]
    {
        "art", "arts", "núm", "num", "núms", "nums", "nro", "nros", "nos", "no", "par", "parágr", "lit", "lits", "inc", "incs", "cap", "caps", "pág", "pag",
        "págs", "pags", "pp", "vol", "vols", "fig", "figs", "ext", "tel", "tels", "cel", "av", "avda", "cra", "kra", "cl", "cll", "dg", "tv", "transv", "apto",
        "aptos", "apdo", "ap", "of", "ofic", "int", "mz", "lt", "km", "ed", "tít", "tit", "secc", "sec", "ord", "exp", "rad", "res", "dec", "ac", "reg", "cód",
        "cod", "anex", "bl", "p", "t", "v", "n", "sent",
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
                    && (StartsSentence(text, close, end, isLowerCase) || StartsItem(text, i, close, end))
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

    // "…acta de grado. b. Certificado": but "p. m. El" is one abbreviation of two letters.
    private static bool StartsItem(string text, int dot, int at, int end) =>
        dot >= 2 && char.IsLetterOrDigit(text[dot - 1]) && char.IsLetterOrDigit(text[dot - 2])
        && text.AsSpan(at, end - at).TrimStart() is [>= 'a' and <= 'z', '.' or ')', ' ', var next, ..] && char.IsUpper(next);

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
        var isInitial = word.Length == 1 && char.IsUpper(text[wordStart]) && !(IsDottedCapital(text, start, wordStart) && IsCommonWord(text, dot + 1));
        return isInitial
            || Titles.Contains(word)
            || (NumberedReferences.Contains(word) && IsFollowedByNumber(text, dot + 1))
            || IsDottedWord(text, start, wordStart)
            || text.AsSpan(start, dot - start).EndsWith("i. e", StringComparison.OrdinalIgnoreCase)
            || IsItemNumber(text, start, dot)
            || IsParagraphLabel(text.AsSpan(start, dot - start))
            || IsOrdinalOfArticle(text, start, dot);
    }

    // "i.e.", "p. ej.", "a. m.": single small letters with full stops. "a. m." and "D. C." also end sentences, so a capital may follow those.
    private static bool IsDottedWord(string text, int start, int wordStart) =>
        wordStart - start >= 2 && text[wordStart - 1] == '.' && char.IsLower(text[wordStart - 2])
        && text.AsSpan(wordStart - 2) is ['i', '.', 'e', '.', ..] or ['e', '.', 'g', '.', ..] or ['p', '.', 'e', '.', ..];

    // "Bogotá D. C.", "Andina S.A.": the capital follows another one with a full stop.
    private static bool IsDottedCapital(string text, int start, int wordStart)
    {
        var before = wordStart - 1;
        before -= before > start && text[before] == ' ' ? 1 : 0;
        return before > start && text[before] == '.' && char.IsUpper(text[before - 1]);
    }

    // "La", "Los", "En", "Para": no name starts with these, other than with "De" and "Del".
    private static bool IsCommonWord(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        var end = at;
        while (end < text.Length && char.IsLetter(text[end]))
        {
            end++;
        }

        // "C.C. No. 1.020.345": an abbreviation starts no sentence.
        var word = SpanishAnalyzer.Fold(text.AsSpan(at, end - at));
        return word.Length > 1
            && !(end < text.Length && text[end] == '.')
            && char.IsUpper(text[at])
            && word is not ("de" or "del")
            && SpanishAnalyzer.IsStopWord(word);
    }

    // "PARÁGRAFO.", "Parágrafo transitorio.": what follows is its text.
    private static bool IsParagraphLabel(ReadOnlySpan<char> text) =>
        text.Length <= "- parágrafo transitorio".Length
        && SpanishAnalyzer.Fold(text.TrimStart("- ")) is "paragrafo" or "paragrafo transitorio" or "paragrafo unico";

    // "1. Entre a la página", "2.1. Requisitos", "A.9. Conducir", "b. Los derechos": the number or letter of an item.
    private static bool IsItemNumber(string text, int start, int dot)
    {
        var at = start;
        while (at < dot && (char.IsWhiteSpace(text[at]) || text[at] == '-'))
        {
            at++;
        }

        var number = text.AsSpan(at, dot - at);
        return (number.Length == 1 && char.IsAsciiLetter(number[0])) || (number.Length is > 0 and <= 8
            && IsAll(number[(char.IsAsciiLetterUpper(number[0]) && number is [_, '.', ..] ? 2 : 0)..], c => char.IsAsciiDigit(c) || c == '.')
            && (number.Length <= 3 || number.Contains('.')));
    }

    // "Artículo 2°. Principio": what follows is the name of the article, not a sentence of its own.
    private static bool IsOrdinalOfArticle(string text, int start, int dot)
    {
        var at = dot;
        while (at > start
            && (char.IsAsciiDigit(text[at - 1])
                || text[at - 1] is '°' or 'º' or 'ª' or 'o' or '-' or '.' or 'I' or 'V' or 'X' or 'L' or 'C'
                || (at == dot && char.IsAsciiLetterUpper(text[at - 1]))))
        {
            at--;
        }

        if (at == dot || at - 1 < start || text[at - 1] != ' ')
        {
            return false;
        }

        at -= at - 2 >= start && text[at - 2] == '.' ? 1 : 0;
        var word = at - 1;
        while (word > start && char.IsLetter(text[word - 1]))
        {
            word--;
        }

        return text[word..(at - 1)].ToLowerInvariant() is "artículo" or "articulo" or "art" or "parágrafo" or "paragrafo" or "capítulo" or "título" or "sección"
            or "libro" or "numeral"
            && text.AsSpan(start, word - start).Trim(" -\"“").IsEmpty;
    }

    private static bool IsAll(ReadOnlySpan<char> text, Predicate<char> predicate)
    {
        foreach (var c in text)
        {
            if (!predicate(c))
            {
                return false;
            }
        }

        return true;
    }

    // "mz. B, lt. 12", "Sent. C-038".
    private static bool IsCode(ReadOnlySpan<char> text) =>
        text.Length > 1 && char.IsAsciiLetterUpper(text[0])
        && (text[1] is ',' or ';' or ')' || (text.IndexOf('-') is > 0 and <= 3 and var dash && dash + 1 < text.Length && char.IsAsciiDigit(text[dash + 1])));

    // Of a volume or a chapter it may be Roman.
    private static bool IsFollowedByNumber(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        if (at < text.Length && char.IsDigit(text[at]))
        {
            return true;
        }

        var end = at;
        while (end < text.Length && text[end] is 'I' or 'V' or 'X' or 'L' or 'C')
        {
            end++;
        }

        return (end > at && (end == text.Length || !char.IsLetterOrDigit(text[end]))) || IsCode(text.AsSpan(at));
    }
}
