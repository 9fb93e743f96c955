namespace AzuSena.Spanish.Numbers;

/// <summary>Consecutive numbers separated by a space or a hyphen, as in a telephone number.</summary>
/// <param name="Groups">The numbers: plain digits, or with a point between thousands.</param>
/// <param name="FirstEnd">End of the first number in the text.</param>
/// <param name="End">End of the last number.</param>
/// <param name="HasDecimals">Whether decimals follow the last number; they lie before <paramref name="End"/>.</param>
/// <param name="EndsWithHyphen">Whether a hyphen precedes the last number.</param>
internal sealed record DigitChain(IReadOnlyList<string> Groups, int FirstEnd, int End, bool HasDecimals, bool EndsWithHyphen)
{
    // A longer chain is a list of numbers, which is read in parts.
    private const int MostGroups = 8;
    private const int Thousands = 3;
    private const int ShortestTaxNumber = 8;

    /// <summary>The first number alone.</summary>
    public DigitChain First => this with { Groups = [Groups[0]], End = FirstEnd, HasDecimals = false, EndsWithHyphen = false };

    /// <summary>The number of digits.</summary>
    public int Digits => Groups.Sum(group => group.Count(char.IsAsciiDigit));

    /// <summary>Whether no number contains a point.</summary>
    public bool IsPlain => !Groups.Any(group => group.Contains('.', StringComparison.Ordinal));

    /// <summary>Whether it has the form of a NIT: many digits, a hyphen, one digit.</summary>
    public bool IsTaxNumber => EndsWithHyphen && Groups is [var number, { Length: 1 }] && number.Count(char.IsAsciiDigit) >= ShortestTaxNumber;

    /// <summary>Parses the chain that starts at a digit.</summary>
    public static DigitChain Read(string text, int start)
    {
        List<string> groups = [];
        var (place, firstEnd, hyphen) = (start, 0, false);
        while (true)
        {
            var end = NumberEnd(text, place);
            groups.Add(text[place..end]);
            firstEnd = groups.Count == 1 ? AfterDecimals(text, end) : firstEnd;
            if (groups.Count < MostGroups && end + 1 < text.Length && text[end] is ' ' or '-' && char.IsAsciiDigit(text[end + 1]))
            {
                hyphen = text[end] == '-';
                place = end + 1;
                continue;
            }

            var last = AfterDecimals(text, end);
            return new DigitChain(groups, firstEnd, last, last > end, hyphen);
        }
    }

    private static int NumberEnd(string text, int start)
    {
        var end = DigitsEnd(text, start);
        if (end - start > Thousands)
        {
            return end;
        }

        while (end < text.Length && text[end] == '.' && DigitsEnd(text, end + 1) == end + 1 + Thousands)
        {
            end += 1 + Thousands;
        }

        return end;
    }

    private static int AfterDecimals(string text, int end) =>
        end + 1 < text.Length && text[end] == ',' && char.IsAsciiDigit(text[end + 1]) ? DigitsEnd(text, end + 1) : end;

    private static int DigitsEnd(string text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end;
    }
}
