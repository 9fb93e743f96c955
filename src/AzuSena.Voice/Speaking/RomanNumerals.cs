namespace AzuSena.Voice.Speaking;

/// <summary>Roman numerals as used for laws and centuries.</summary>
internal static class RomanNumerals
{
    private static readonly string[] Tens = ["", "X", "XX", "XXX", "XL", "L"];
    private static readonly string[] Ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];

    private static readonly Dictionary<string, int> Numbers = Enumerable.Range(2, 48).ToDictionary(number => Tens[number / 10] + Ones[number % 10]);

    /// <summary>The number, 2 to 49, or null if the text is not a numeral.</summary>
    public static int? TryRead(string letters) => letters.Length > 1 && Numbers.TryGetValue(letters, out var number) ? number : null;
}
