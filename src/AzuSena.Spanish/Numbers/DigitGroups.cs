using System.Globalization;
using System.Text;

namespace AzuSena.Spanish.Numbers;

/// <summary>
/// Expands telephone numbers, identity numbers and codes into groups with a pause between them, as they are dictated in Colombia, and not as amounts. Possible
/// amounts are left to <see cref="NumberWords"/>.
/// </summary>
internal static class DigitGroups
{
    // Longer numbers are cut: the rest is counted and not spoken.
    private const int MostSaid = 60;
    private const int SaidOfTooMany = 30;
    private const int LongestInGroups = 12;
    private const int ShortestRun = 7;
    private const int ShortestCode = 5;
    private const string Pause = ", ";

    private static readonly string[] Names =
    [
        "nit", "cédula", "ce ce", "te i", "ce e", "identidad", "identificación", "documento", "código", "ficha", "radicado", "teléfono", "celular", "línea",
        "whatsapp",
    ];

    private static readonly string[] Units = ["pesos", "de pesos", "dólares", "de dólares", "euros", "por ciento"];

    /// <summary>Replaces dictated numbers by words.</summary>
    public static string Expand(string text)
    {
        var said = new StringBuilder(text.Length);
        for (var place = 0; place < text.Length;)
        {
            if (!char.IsAsciiDigit(text[place]))
            {
                said.Append(text[place++]);
                continue;
            }

            var chain = DigitChain.Read(text, place);
            var words = Say(chain, text, place);
            var end = words is null ? chain.FirstEnd : chain.End;
            if (words is null && chain.Groups.Count > 1)
            {
                chain = chain.First;
                words = Say(chain, text, place);
            }

            said.Append(words ?? text[place..end]);
            place = end;
        }

        return said.ToString();
    }

    /// <summary>Digits without separators: in groups as in a telephone number or of three, or one by one if there are too many to remember.</summary>
    public static string SayRun(string digits) => digits.Length > LongestInGroups ? SayOneByOne(digits) : string.Join(Pause, Split(digits).Select(SayGroup));

    /// <summary>Digits one by one, with a pause after every three; of a very long number, only the first digits and their total count.</summary>
    public static string SayOneByOne(string digits)
    {
        var said = digits.Length > MostSaid ? digits[..SaidOfTooMany] : digits;
        var groups = string.Join(Pause, said.Chunk(3).Select(group => string.Join(' ', group.Select(digit => NumberWords.Words(digit - '0')))));
        return said.Length == digits.Length ? groups : $"{groups}{Pause}y {NumberWords.Words(digits.Length - said.Length)} dígitos más";
    }

    private static string? Say(DigitChain chain, string text, int start)
    {
        if (chain.HasDecimals || (chain.End < text.Length && text[chain.End] is 'º' or 'ª' or '°'))
        {
            return null;
        }

        if (chain.IsTaxNumber)
        {
            return $"{SayAtom(chain.Groups[0])}{Pause}guion {SayGroup(chain.Groups[1])}";
        }

        return chain.Groups is [var alone] ? IsDictated(alone, text, start, chain.End) ? SayAtom(alone) : null
            : chain.IsPlain && chain.Digits >= ShortestRun ? string.Join(Pause, chain.Groups.SelectMany(group => Parts(group, chain)).Select(SayGroup))
            : null;
    }

    // A number with points, or plain digits.
    private static string SayAtom(string atom) => atom.Split('.') is { Length: > 1 and <= LongestInGroups } groups
        ? string.Join(Pause, groups.Select(SayGroup))
        : SayRun(atom.Replace(".", "", StringComparison.Ordinal));

    private static bool IsDictated(string atom, string text, int start, int end)
    {
        var isNamed = IsNamed(text, start);
        if (atom.Contains('.', StringComparison.Ordinal))
        {
            return atom[0] == '0' || (isNamed && !IsAmount(text, end));
        }

        if (atom[0] == '0' || atom.Length > LongestInGroups)
        {
            return atom.Length > 1;
        }

        return !IsAmount(text, end)
            && ((isNamed && atom.Length >= ShortestCode) || (atom.Length >= ShortestRun && !atom.EndsWith("000", StringComparison.Ordinal)));
    }

    private static bool IsAmount(string text, int end) =>
        end < text.Length && Units.Any(unit => text.AsSpan(end).TrimStart(' ').StartsWith(unit, StringComparison.OrdinalIgnoreCase));

    // Whether the preceding words, within the same part of the sentence, name the number.
    private static bool IsNamed(string text, int start)
    {
        const int Reach = 40;
        var before = text[Math.Max(0, start - Reach)..start];
        return before[(before.LastIndexOfAny([',', ';', '.', '\n', '(']) + 1)..] is var phrase
            && Names.Any(name => $" {phrase}".Contains($" {name}", StringComparison.OrdinalIgnoreCase));
    }

    // Four digits of a telephone number are spoken in pairs, except for a round number.
    private static IEnumerable<string> Parts(string group, DigitChain chain)
    {
        var isByTwos = group.Length == 4 && group[0] != '0' && !group.EndsWith("00", StringComparison.Ordinal) && chain.Groups.Any(other => other.Length == 3);
        return group.Length is > 4 and <= LongestInGroups ? Split(group) : isByTwos ? [group[..2], group[2..]] : [group];
    }

    private static IEnumerable<string> Split(string digits)
    {
        if (digits.StartsWith("018000", StringComparison.Ordinal))
        {
            return [digits[..2], digits[2..6], .. Threes(digits[6..])];
        }

        return (digits.Length, digits[0]) switch
        {
            (10, '3' or '6') => [digits[..3], digits[3..6], digits[6..8], digits[8..]],
            (7, _) => [digits[..3], digits[3..5], digits[5..]],
            _ => Threes(digits),
        };
    }

    private static IEnumerable<string> Threes(string digits)
    {
        var first = digits.Length % 3;
        var threes = digits[first..].Chunk(3).Select(part => new string(part));
        return first == 0 ? threes : threes.Prepend(digits[..first]);
    }

    private static string SayGroup(string digits)
    {
        if (digits.Length > LongestInGroups)
        {
            return SayOneByOne(digits);
        }

        var zeros = digits.TakeWhile(digit => digit == '0').Count();
        var rest = digits[zeros..];
        var said = Enumerable.Repeat(NumberWords.Words(0), zeros);
        return string.Join(' ', rest.Length == 0 ? said : said.Append(NumberWords.Words(long.Parse(rest, CultureInfo.InvariantCulture))));
    }
}
