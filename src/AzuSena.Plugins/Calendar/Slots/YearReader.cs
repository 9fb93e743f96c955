using System.Globalization;
using System.Text.RegularExpressions;
using AzuSena.Answering.Tools.Slots;

namespace AzuSena.Plugins.Calendar.Slots;

/// <summary>Finds calendar years in folded text: <c>en 2026</c>, <c>este año</c>, <c>el año pasado</c>.</summary>
internal static partial class YearReader
{
    /// <summary>The years, in order.</summary>
    public static IEnumerable<SlotValue> Read(string folded, DateOnly today)
    {
        foreach (Match match in Years().Matches(folded))
        {
            var it = match.Groups["it"];
            var year = match.Groups["year"].Success ? match.Groups["year"].Value
                : (today.Year + (match.Groups["next"].Success ? 1 : match.Groups["past"].Success ? -1 : 0)).ToString(CultureInfo.InvariantCulture);
            yield return new SlotValue(SlotKind.Year, it.Index, it.Index + it.Length, year, year);
        }
    }

    // A bare number of four digits may count things ("2000 trabajadores"): it needs a preposition before it or the end after it.
    [GeneratedRegex(
        @"\b(?<it>(en|de|del|para|desde|durante)( el)?( ano)? (?<year>19[0-9]{2}|20[0-9]{2}))\b|\b(?<it>(el |ano )?(?<year>19[0-9]{2}|20[0-9]{2}))\W*\z"
        + @"|\b(?<it>((en|de|para) )?(este ano|el ano (actual|en curso|vigente|presente)|el presente ano|ano actual))\b"
        + @"|\b(?<it>((en|de|para) )?(el |del )?((?<next>proximo ano)|ano ((?<next>que viene|entrante|proximo|siguiente)|(?<past>pasado|anterior))))\b",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Years();
}
