using System.Collections.Frozen;
using System.Globalization;

namespace AzuSena.Spanish.Numbers;

/// <summary>The values of Spanish number words and of digits with separators.</summary>
public static class NumberValues
{
    // The length of twenty thousand in its shortest form; a longer run of letters is not a numeral.
    private const int LongestRoman = 20;

    /// <summary>The words of one whole number below a thousand, and the two multipliers.</summary>
    public static readonly FrozenDictionary<string, decimal> Words = Table("""
        cero 0, un 1, uno 1, una 1, dos 2, tres 3, cuatro 4, cinco 5, seis 6, siete 7, ocho 8, nueve 9, diez 10, once 11, doce 12, trece 13, catorce 14,
        quince 15, dieciseis 16, diecisiete 17, dieciocho 18, diecinueve 19, veinte 20, veintiun 21, veintiuno 21, veintiuna 21, veintidos 22, veintitres 23,
        veinticuatro 24, veinticinco 25, veintiseis 26, veintisiete 27, veintiocho 28, veintinueve 29, treinta 30, cuarenta 40, cincuenta 50, sesenta 60,
        setenta 70, ochenta 80, noventa 90, cien 100, ciento 100, doscientos 200, doscientas 200, trescientos 300, trescientas 300, cuatrocientos 400,
        cuatrocientas 400, quinientos 500, quinientas 500, seiscientos 600, seiscientas 600, setecientos 700, setecientas 700, ochocientos 800,
        ochocientas 800, novecientos 900, novecientas 900
        """);

    /// <summary>Words that multiply the preceding number.</summary>
    public static readonly FrozenDictionary<string, decimal> Multipliers =
        Table("mil 1000, millon 1000000, millones 1000000, billon 1000000000000, billones 1000000000000");

    /// <summary>Ordinals; from the third on they are unambiguous.</summary>
    public static readonly FrozenDictionary<string, decimal> Ordinals = new[]
    {
        "primer", "segund", "tercer", "cuart", "quint", "sext", "septim", "octav", "noven", "decim",
    }.Index().SelectMany(pair => new[] { "o", "a", "os", "as" }.Select(ending => (Word: pair.Item + ending, Value: pair.Index + 1m)))
        .Concat([("primer", 1m), ("tercer", 3m)])
        .ToFrozenDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal);

    /// <summary>
    /// The possible values of digits with separators: <c>1.500</c> is 1500 in Colombia and 1.5 elsewhere; empty if they are not a number, as in <c>2.2.6.3</c>.
    /// </summary>
    public static IEnumerable<decimal> Values(string digits)
    {
        var parts = digits.Split('.', ',', '\'', '’', ' ');
        if (parts.Length == 1)
        {
            return Parse(digits) is { } whole ? [whole] : [];
        }

        var separators = digits.Where(c => !char.IsAsciiDigit(c)).ToArray();
        var grouped = parts[0].Length <= 3 && parts[0] != "0" && parts.Skip(1).All(part => part.Length == 3);
        var thousands = grouped ? Parse(string.Concat(parts)) : null;
        var isFraction = separators[^1] is '.' or ','
            && (separators.Length == 1
                || (separators[^1] != separators[0] && parts.Skip(1).SkipLast(1).All(part => part.Length == 3)));
        var fraction = isFraction ? Parse($"{string.Concat(parts.SkipLast(1))}.{parts[^1]}") : null;
        return new[] { thousands, fraction }.OfType<decimal>();
    }

    /// <summary>The value of a roman numeral, or null if the letters are not one in its shortest form.</summary>
    public static int? Roman(ReadOnlySpan<char> letters)
    {
        if (letters.Length > LongestRoman)
        {
            return null;
        }

        var total = 0;
        for (var i = 0; i < letters.Length; i++)
        {
            var value = Letter(letters[i]);
            if (value == 0)
            {
                return null;
            }

            total += i + 1 < letters.Length && value < Letter(letters[i + 1]) ? -value : value;
        }

        return total > 0 && letters.Equals(Write(total), StringComparison.Ordinal) ? total : null;
    }

    private static string Write(int value)
    {
        (int Value, string Letters)[] signs =
        [
            (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
            (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")
        ];
        var text = "";
        foreach (var (worth, letters) in signs)
        {
            for (; value >= worth; value -= worth)
            {
                text += letters;
            }
        }

        return text;
    }

    private static int Letter(char letter) => letter switch { 'I' => 1, 'V' => 5, 'X' => 10, 'L' => 50, 'C' => 100, 'D' => 500, 'M' => 1000, _ => 0 };

    private static decimal? Parse(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static FrozenDictionary<string, decimal> Table(string words) => words
        .Split(',', StringSplitOptions.TrimEntries)
        .Select(line => line.Split(' '))
        .ToFrozenDictionary(pair => pair[0], pair => decimal.Parse(pair[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
}
