using System.Runtime.InteropServices;
using AzuSena.Spanish;

namespace AzuSena.Answering.Grounding.Facts;

/// <summary>The kind of token in relation to numbers.</summary>
internal enum NumberTokenKind
{
    /// <summary>Letters and digits combined: <c>b1</c>, <c>covid-19</c>, <c>iso9001</c>.</summary>
    Code,

    /// <summary>Digits, with their separators.</summary>
    Digits,

    /// <summary>A word, to be looked up.</summary>
    Word,
}

/// <summary>A token of folded text.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Index">Start.</param>
/// <param name="Value">The token's text.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct NumberToken(NumberTokenKind Kind, int Index, string Value)
{
    /// <summary>End, exclusive.</summary>
    public int End => Index + Value.Length;
}

/// <summary>Splits folded text into the tokens of numbers, in a single pass.</summary>
internal ref struct NumberTokens(string text)
{
    // The run of letters, digits and hyphens around the last word: its end, its last digit and its last letter.
    private int _runEnd;
    private int _lastDigit;
    private int _lastLetter;

    /// <summary>The tokens, in order.</summary>
    public static List<NumberToken> Of(string text)
    {
        var tokens = new NumberTokens(text);
        var found = new List<NumberToken>();
        for (var at = 0; at < text.Length;)
        {
            if (tokens.At(at) is { } token)
            {
                found.Add(token);
                at = token.End;
            }
            else
            {
                at++;
            }
        }

        return found;
    }

    private NumberToken? At(int at)
    {
        var c = text[at];
        if (!char.IsAsciiLetterLower(c) && !char.IsDigit(c))
        {
            return null;
        }

        var startsWord = WordBoundary.IsAt(text, at);
        if (startsWord && CodeEnd(at) is > 0 and var code)
        {
            return Token(NumberTokenKind.Code, at, code);
        }

        if (char.IsDigit(c))
        {
            return at > 0 && (char.IsDigit(text[at - 1]) || text[at - 1] is '.' or ',') ? null : Token(NumberTokenKind.Digits, at, DigitsEnd(at));
        }

        var end = Skip(at, char.IsAsciiLetterLower);
        return startsWord && WordBoundary.IsAt(text, end) && !(end == at + 1 && c == 'y') ? Token(NumberTokenKind.Word, at, end) : null;
    }

    private readonly NumberToken Token(NumberTokenKind kind, int start, int end) => new(kind, start, text[start..end]);

    // A code contains letters and digits; "1o" and "2a" are ordinals.
    private int CodeEnd(int at)
    {
        if (!char.IsAsciiLetterOrDigit(text[at]))
        {
            return -1;
        }

        if (at >= _runEnd)
        {
            ReadRun(at);
        }

        if (_lastDigit < at || _lastLetter < at || IsOrdinal(at))
        {
            return -1;
        }

        var before = -1;
        var end = Skip(at, IsCodeCharacter);
        while (end + 1 < text.Length && text[end] == '-' && IsCodeCharacter(text[end + 1]))
        {
            before = end;
            end = Skip(end + 1, IsCodeCharacter);
        }

        return WordBoundary.IsAt(text, end) ? end : before;
    }

    private void ReadRun(int at)
    {
        (_lastDigit, _lastLetter) = (-1, -1);
        for (_runEnd = at; _runEnd < text.Length && (IsCodeCharacter(text[_runEnd]) || text[_runEnd] == '-'); _runEnd++)
        {
            _lastDigit = char.IsAsciiDigit(text[_runEnd]) ? _runEnd : _lastDigit;
            _lastLetter = char.IsAsciiLetterLower(text[_runEnd]) ? _runEnd : _lastLetter;
        }
    }

    private readonly bool IsOrdinal(int at)
    {
        var end = Skip(at, char.IsDigit);
        return end > at && end < text.Length && text[end] is 'o' or 'a' && WordBoundary.IsAt(text, end + 1);
    }

    // "12 345 678" if no more digits follow, else digits with separators between them.
    private readonly int DigitsEnd(int at)
    {
        var end = Skip(at, char.IsDigit);
        if (end - at <= 3 && Grouped(end) is > 0 and var grouped)
        {
            return grouped;
        }

        while (end + 1 < text.Length && text[end] is '.' or ',' or '\'' or '’' && char.IsDigit(text[end + 1]))
        {
            end = Skip(end + 1, char.IsDigit);
        }

        return end;
    }

    private readonly int Grouped(int first)
    {
        var (before, end) = (-1, first);
        while (IsGroup(end))
        {
            before = end;
            end += 4;
        }

        return end == first ? -1 : !GoesOn(end) ? end : before > first ? before : -1;
    }

    private readonly bool IsGroup(int at) =>
        at + 3 < text.Length && text[at] == ' ' && char.IsDigit(text[at + 1]) && char.IsDigit(text[at + 2]) && char.IsDigit(text[at + 3]);

    private readonly bool GoesOn(int at)
    {
        for (; at < text.Length && (char.IsDigit(text[at]) || text[at] is '.' or ','); at++)
        {
            if (char.IsDigit(text[at]))
            {
                return true;
            }
        }

        return false;
    }

    private readonly int Skip(int at, Func<char, bool> isIn)
    {
        while (at < text.Length && isIn(text[at]))
        {
            at++;
        }

        return at;
    }

    private static bool IsCodeCharacter(char c) => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c);
}
