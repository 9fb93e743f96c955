using System.Globalization;
using System.Text.RegularExpressions;

namespace AzuSena.Spanish.Numbers;

/// <summary>Spells out numbers in Spanish words. The input has Colombian format: a point between thousands, a comma before decimals.</summary>
public static partial class NumberWords
{
    private const int MostDigits = 12;

    private static readonly string[] Small =
    [
        "cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce", "trece", "catorce", "quince",
        "dieciséis", "diecisiete", "dieciocho", "diecinueve", "veinte", "veintiuno", "veintidós", "veintitrés", "veinticuatro", "veinticinco", "veintiséis",
        "veintisiete", "veintiocho", "veintinueve",
    ];

    private static readonly string[] Tens = ["", "", "", "treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa"];

    private static readonly string[] Hundreds =
        ["", "ciento", "doscientos", "trescientos", "cuatrocientos", "quinientos", "seiscientos", "setecientos", "ochocientos", "novecientos"];

    private static readonly string[] Ordinals = ["", "primer", "segund", "tercer", "cuart", "quint", "sext", "séptim", "octav", "noven", "décim"];

    /// <summary>Replaces every number by words.</summary>
    public static string Expand(string text)
    {
        text = DigitGroups.Expand(text);
        return Number().Replace(text, match => Say(match, text));
    }

    /// <summary>A number in words.</summary>
    public static string Words(long number) => number switch
    {
        < 0 => "menos " + Words(-number),
        < 30 => Small[number],
        < 100 => Tens[number / 10] + (number % 10 == 0 ? "" : " y " + Small[number % 10]),
        100 => "cien",
        < 1_000 => Hundreds[number / 100] + Rest(number % 100),
        < 2_000 => "mil" + Rest(number % 1_000),
        < 1_000_000 => Shortened(Words(number / 1_000)) + " mil" + Rest(number % 1_000),
        < 2_000_000 => "un millón" + Rest(number % 1_000_000),
        _ => Shortened(Words(number / 1_000_000)) + " millones" + Rest(number % 1_000_000),
    };

    private static string Rest(long number) => number == 0 ? "" : " " + Words(number);

    // "Veintiún mil", "treinta y un días".
    private static string Shortened(string words) => words.EndsWith("veintiuno", StringComparison.Ordinal) ? words[..^3] + "ún"
        : words.EndsWith("uno", StringComparison.Ordinal) ? words[..^1] : words;

    private static string Say(Match match, string text)
    {
        var whole = match.Groups["n"].Value;
        var digits = whole.Replace(".", "", StringComparison.Ordinal);
        var next = WordAt(text, match.Index + match.Length);
        if (match.Groups["o"].Value is { Length: > 0 } ordinal)
        {
            return SayOrdinal(digits, ordinal, next);
        }

        // Not read as an amount.
        if (digits.Length > MostDigits || (digits[0] == '0' && digits.Length > 1))
        {
            return DigitGroups.SayRun(digits);
        }

        var words = Words(long.Parse(digits, CultureInfo.InvariantCulture));
        return match.Groups["d"].Value is { Length: > 0 } decimals ? $"{words} coma {SayDecimals(decimals)}" : Agreeing(words, next);
    }

    private static string SayDecimals(string decimals) =>
        decimals[0] == '0' || decimals.Length > 2 ? DigitGroups.SayOneByOne(decimals) : Words(long.Parse(decimals, CultureInfo.InvariantCulture));

    private static string SayOrdinal(string digits, string sign, string next)
    {
        var isFeminine = sign is "ª" or "a";
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is 0 || number >= Ordinals.Length)
        {
            return Words(long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var large) ? large : 0);
        }

        var isShort = !isFeminine && number is 1 or 3 && next.Length > 0 && next is not ("de" or "del" or "y");
        return Ordinals[number] + (isFeminine ? "a" : isShort ? "" : "o");
    }

    // "Un año", "una hora": agrees with the following word; a word that begins another phrase leaves the number unchanged.
    private static string Agreeing(string words, string next)
    {
        if (!words.EndsWith("uno", StringComparison.Ordinal) || next.Length < 3 || next is "del" or "por" or "con" or "que" or "coma" or "para")
        {
            return words;
        }

        return next.EndsWith('a') || next.EndsWith("as", StringComparison.Ordinal) ? words[..^1] + "a" : Shortened(words);
    }

    // The word after a space, or an empty string.
    private static string WordAt(string text, int place) =>
        place < text.Length && text[place] == ' ' ? text[(place + 1)..EndOfWord(text, place + 1)] : "";

    private static int EndOfWord(string text, int at)
    {
        while (at < text.Length && char.IsLetter(text[at]))
        {
            at++;
        }

        return at;
    }

    [GeneratedRegex(@"(?<n>[0-9]{1,3}(\.[0-9]{3})+|[0-9]+)(,(?<d>[0-9]+))?(?<o>[ºª°])?", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
