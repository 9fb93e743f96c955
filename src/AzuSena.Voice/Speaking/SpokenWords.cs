using System.Globalization;
using System.Text.RegularExpressions;
using AzuSena.Spanish;
using AzuSena.Spanish.Numbers;

namespace AzuSena.Voice.Speaking;

/// <summary>Expands short forms: amounts, dates, times, addresses, abbreviations, acronyms and numbers, in this order.</summary>
internal static partial class SpokenWords
{
    private static readonly string[] Months = CultureInfo.GetCultureInfo("es-CO").DateTimeFormat.MonthGenitiveNames;

    public static string Of(string text)
    {
        text = Citation().Replace(text.Replace('\u00A0', ' ').Replace('\u202F', ' '), "");
        text = Address().Replace(text, match => SayAddress(match.Value));
        text = IsoDate().Replace(text, match => SayDate(match.Groups["y"].Value, match.Groups["m"].Value, match.Groups["d"].Value) ?? match.Value);
        text = SlashDate().Replace(text, match => SayDate(match.Groups["y"].Value, match.Groups["m"].Value, match.Groups["d"].Value) ?? match.Value);
        text = Amount().Replace(text, SayAmount);
        text = Hour().Replace(text, match =>
            match.Groups["m"].Value == "00"
                ? match.Groups["h"].Value
                : $"{match.Groups["h"].Value} y {match.Groups["m"].Value}");
        text = HalfDay().Replace(text, match => match.Value[0] is 'a' or 'A' ? "de la mañana" : "de la tarde");
        text = Range().Replace(text, match => IsApart(text, match) ? $"{match.Groups["a"].Value} a {match.Groups["b"].Value}" : match.Value);
        text = SpokenLexicon.Expand(text);
        text = Capitals().Replace(text, match => Acronyms.Say(match.Value));
        return WhiteSpace.CollapseBlanks(NumberWords.Expand(text));
    }

    private static string SayAmount(Match match)
    {
        var (number, unit) = (match.Groups["n"].Value, match.Groups["w"].Value);
        return $"{number}{(unit.Length > 0 ? $" {unit}" : "")}{(unit is "millones" or "millón" || Millions().IsMatch(number) ? " de" : "")} pesos";
    }

    // Two numbers with a dash between them that are not a part of a longer number such as an identity number.
    private static bool IsApart(string text, Match match) =>
        !(match.Index > 0 && text[match.Index - 1] is '.' or ',' or '-')
        && !(match.Index + match.Length is var end
            && end < text.Length
            && text[end] is '-' or '.' or ','
            && end + 1 < text.Length
            && char.IsAsciiDigit(text[end + 1]));

    private static string SayAddress(string address)
    {
        var end = address.TrimEnd('.', ',', ';', ':', ')');
        var spoken = end.Replace("https://", "", StringComparison.OrdinalIgnoreCase).Replace("http://", "", StringComparison.OrdinalIgnoreCase)
            .Replace("www.", "", StringComparison.OrdinalIgnoreCase).TrimEnd('/')
            .Replace("@", " arroba ", StringComparison.Ordinal)
            .Replace(".", " punto ", StringComparison.Ordinal)
            .Replace("/", " barra ", StringComparison.Ordinal);
        return spoken.ToLowerInvariant() + address[end.Length..];
    }

    private static string? SayDate(string year, string month, string day)
    {
        var (m, d) = (int.Parse(month, CultureInfo.InvariantCulture), int.Parse(day, CultureInfo.InvariantCulture));
        return m is >= 1 and <= 12 && d is >= 1 and <= 31
            ? $"{(d == 1 ? "primero" : d.ToString(CultureInfo.InvariantCulture))} de {Months[m - 1]} de {year}"
            : null;
    }

    [GeneratedRegex(@"\s*\[[0-9]{1,3}(\s*[,;–-]\s*[0-9]{1,3})*\]", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Citation();

    [GeneratedRegex(
        @"https?://\S+|\bwww\.\S+|\b[\w.+-]+@[\w-]+(\.[\w-]+)+|\b[a-z0-9-]+(\.[a-z0-9-]+)*\.(edu|gov|com|org)(\.co)?\b(/\S*)?",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Address();

    [GeneratedRegex(@"\b(?<y>[0-9]{4})-(?<m>[0-9]{2})-(?<d>[0-9]{2})\b", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex IsoDate();

    [GeneratedRegex(@"\b(?<d>[0-9]{1,2})/(?<m>[0-9]{1,2})/(?<y>[0-9]{4})\b", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex SlashDate();

    [GeneratedRegex(
        @"(COP\s*)?\$\s*(?<n>[0-9][0-9.]*[0-9](,[0-9]+)?|[0-9])( (de )?(?<w>millones|millón|mil))?( (de )?pesos)?(\s*COP\b)?"
            + @"|\bCOP\s*(?<n>[0-9][0-9.]*[0-9]|[0-9])",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Amount();

    [GeneratedRegex(@"^[0-9]{1,3}(\.?000){2,}$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Millions();

    [GeneratedRegex(@"\b(?<h>[01]?[0-9]|2[0-3]):(?<m>[0-5][0-9])\b", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Hour();

    [GeneratedRegex(@"\b[aApP]\. ?[mM]\.", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex HalfDay();

    [GeneratedRegex(@"\b(?<a>[0-9]{1,3}) ?[–-] ?(?<b>[0-9]{1,3})\b", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Range();

    [GeneratedRegex(@"\b\p{Lu}{2,}s?\b", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Capitals();
}
