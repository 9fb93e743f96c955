using System.Globalization;
using AzuSena.Spanish;

namespace AzuSena.Answering.Generation;

/// <summary>
/// A citation in any form that models write: <c>[1]</c>, <c>[1, 2]</c>, <c>[1-3]</c>, <c>[^1]</c>, <c>[[1]]</c>, <c>[Pasaje 1]</c>, <c>【1†fuente】</c>, and in
/// parentheses <c>(1)</c>, <c>(1, 2)</c>, <c>(Fuente: 1)</c>, <c>([1], [2])</c>.
/// </summary>
/// <param name="Length">Its length.</param>
/// <param name="Numbers">The cited numbers.</param>
/// <param name="IsBare">Whether it is only numbers in parentheses, which may have another meaning.</param>
/// <param name="NamesSource">Whether a word identifies the numbers as sources.</param>
internal sealed record CitationForm(int Length, IReadOnlyList<int> Numbers, bool IsBare, bool NamesSource)
{
    /// <summary>Characters that start a citation.</summary>
    public const string Opening = "[［【(";

    private const string Brackets = "[［";
    private const string Closing = "]］】)";
    private const string Separators = " ,;&";
    private const string WithWord = ":#.";
    private const string InBrackets = "-–^";
    private const int MaxLength = 48;
    private const int MaxNumbers = 12;
    private const int MaxBareDigits = 2;
    private const int MaxRange = 20;

    private static readonly string[] Joiners = ["y", "e", "and"];
    private static readonly string[] Sources = [.. Plurals("pasaje", "fuente", "passage", "source")];
    private static readonly string[] BracketedSources =
        [.. Sources, .. Plurals("documento", "document", "doc", "cita", "citation", "referencia", "reference", "ref", "fragmento")];

    /// <summary>Parses the citation at the beginning of a text.</summary>
    /// <param name="text">Begins with one of <see cref="Opening"/>.</param>
    /// <param name="isWhole">Whether the result is final; false while the text is too short to decide.</param>
    public static CitationForm? Read(ReadOnlySpan<char> text, out bool isWhole)
    {
        var end = End(text);
        isWhole = end is not null;
        if (end is not > 0)
        {
            return null;
        }

        // The dagger is followed by the source's name, and a colon by its line.
        var inside = Before(text[1..(end.Value - 1)], '†');
        inside = text[0] == '【' ? Before(inside, ':') : inside;
        var isParenthesis = text[0] == '(';
        var hasWord = HasWord(inside);
        var hasBrackets = inside.ContainsAny(Brackets);
        var isBare = isParenthesis && !hasWord && !hasBrackets;
        if ((!hasWord && inside.ContainsAny(WithWord)) || (isBare && !IsListOfNumbers(inside)) || (isParenthesis && hasBrackets && HasLooseDigits(inside)))
        {
            return null;
        }

        var numbers = NumbersIn(inside);
        return numbers.Count is 0 or > MaxNumbers ? null : new CitationForm(end.Value, numbers, isBare, hasWord);
    }

    // The end of the citation; 0 if it is none, null while that is undecided.
    private static int? End(ReadOnlySpan<char> text)
    {
        var isOpen = false;
        for (var at = 1; at < MaxLength; at++)
        {
            if (at == text.Length)
            {
                return null;
            }

            var character = text[at];
            if (char.IsLetter(character))
            {
                var word = Word(text[at..]);
                if (!MayStand(word, isWhole: at + word.Length < text.Length, text[0] == '(' ? Sources : BracketedSources))
                {
                    return 0;
                }

                at += word.Length - 1;
            }
            else if (character == '†' && text[0] == '【')
            {
                var close = text.IndexOf('】');
                return close > 0 ? close + 1 : text.Length < MaxLength ? null : 0;
            }
            else if (Brackets.Contains(character, StringComparison.Ordinal) && !isOpen && (text[0] == '(' || at == 1))
            {
                isOpen = true;
            }
            else if (Closing.Contains(character, StringComparison.Ordinal))
            {
                if (!isOpen)
                {
                    return IsPair(text[0], character) ? at + 1 : 0;
                }

                isOpen = false;
            }
            else if (!MayStand(character, text[0]))
            {
                return 0;
            }
        }

        return 0;
    }

    private static ReadOnlySpan<char> Before(ReadOnlySpan<char> text, char end) => text.IndexOf(end) is >= 0 and var at ? text[..at] : text;

    private static string Word(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && char.IsLetter(text[length]))
        {
            length++;
        }

        return SpanishAnalyzer.Fold(text[..length]);
    }

    private static bool IsPair(char open, char close) =>
        Opening.IndexOf(open, StringComparison.Ordinal) == Closing.IndexOf(close, StringComparison.Ordinal);

    private static bool MayStand(char character, char open) => char.IsAsciiDigit(character)
        || Separators.Contains(character, StringComparison.Ordinal)
        || WithWord.Contains(character, StringComparison.Ordinal)
        || (open != '(' && InBrackets.Contains(character, StringComparison.Ordinal));

    private static bool MayStand(string word, bool isWhole, string[] sources) => isWhole
        ? Joiners.Contains(word, StringComparer.Ordinal) || sources.Contains(word, StringComparer.Ordinal)
        : Joiners.Concat(sources).Any(known => known.StartsWith(word, StringComparison.Ordinal));

    private static bool HasWord(ReadOnlySpan<char> inside)
    {
        for (var at = 0; at < inside.Length; at++)
        {
            if (char.IsLetter(inside[at]))
            {
                var word = Word(inside[at..]);
                if (!Joiners.Contains(word, StringComparer.Ordinal))
                {
                    return true;
                }

                at += word.Length;
            }
        }

        return false;
    }

    // "1", "1, 2", "1 y 2", but not "1,5" or "2024".
    private static bool IsListOfNumbers(ReadOnlySpan<char> inside)
    {
        foreach (var range in inside.Split(' '))
        {
            var part = inside[range].TrimEnd(",;");
            var isNumber = part.Length <= MaxBareDigits && !part.ContainsAnyExceptInRange('0', '9');
            if (!isNumber && !Joiners.Contains(part.ToString(), StringComparer.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasLooseDigits(ReadOnlySpan<char> inside)
    {
        var isOpen = false;
        foreach (var character in inside)
        {
            isOpen = Brackets.Contains(character, StringComparison.Ordinal) || (isOpen && !Closing.Contains(character, StringComparison.Ordinal));
            if (!isOpen && char.IsAsciiDigit(character))
            {
                return true;
            }
        }

        return false;
    }

    private static List<int> NumbersIn(ReadOnlySpan<char> inside)
    {
        var numbers = new List<int>();
        for (var at = 0; at < inside.Length; at++)
        {
            if (!char.IsAsciiDigit(inside[at]))
            {
                continue;
            }

            var length = inside[at..].IndexOfAnyExceptInRange('0', '9');
            var digits = length < 0 ? inside[at..] : inside.Slice(at, length);
            var isRange = at >= 2 && inside[at - 1] is '-' or '–' && char.IsAsciiDigit(inside[at - 2]);
            var number = Number(digits);
            if (isRange)
            {
                numbers.AddRange(Enumerable.Range(numbers[^1] + 1, Math.Clamp(number - numbers[^1], 0, MaxRange)));
            }
            else
            {
                numbers.Add(number);
            }

            at += digits.Length - 1;
        }

        return numbers;
    }

    // A ten-digit number refers to no passage, but is still a mark.
    private static int Number(ReadOnlySpan<char> digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < short.MaxValue ? number : 0;

    private static IEnumerable<string> Plurals(params IEnumerable<string> words) => words.SelectMany(word => new[] { word, word + "s" });
}
