using System.Globalization;
using System.Text.RegularExpressions;

namespace AzuSena.Answering.Grounding.Facts;

/// <summary>A date or the part of one that is given.</summary>
/// <param name="Year">The year.</param>
/// <param name="Month">The month, 1 to 12.</param>
/// <param name="Day">The day.</param>
/// <param name="Start">Where it starts in the folded text.</param>
/// <param name="End">Where it ends, exclusive.</param>
internal sealed record PartialDate(int? Year, int Month, int? Day, int Start, int End)
{
    /// <summary>Whether <paramref name="other"/> says all that this one does.</summary>
    public bool IsSaidBy(PartialDate other) => Month == other.Month && (Year is null || Year == other.Year) && (Day is null || Day == other.Day);
}

/// <summary>Finds dates in folded text: <c>15 de marzo de 2024</c>, <c>2024-03-15</c>, <c>15/03/2024</c>, <c>marzo de 2024</c>, <c>del 3 al 5 de mayo</c>.</summary>
internal static partial class DateReader
{
    private const string Month = "(?<month>enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre)";
    private const string Day = @"(?:0?[1-9]|[12]\d|3[01])(?!\d)";
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private static readonly string[] Months = ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "se", "oct", "nov", "dic"];

    /// <summary>The dates of a text, in order.</summary>
    public static List<PartialDate> Read(string folded) =>
        [.. InWords().Matches(folded).SelectMany(Dates).Concat(InDigits().Matches(folded).SelectMany(Dates)).OrderBy(date => date.Start)];

    private static IEnumerable<PartialDate> Dates(Match match)
    {
        var word = match.Groups["month"].Value;
        var month = char.IsAsciiDigit(word[0]) ? int.Parse(word, CultureInfo.InvariantCulture) : Array.FindIndex(Months, name => word.StartsWith(name, StringComparison.Ordinal)) + 1;
        if (month is < 1 or > 12)
        {
            return [];
        }

        int? year = match.Groups["year"].Success ? int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture) : null;
        var days = match.Groups["day"].Captures.Select(day => day.Value is "primero" or "1o" ? 1 : int.Parse(day.Value, CultureInfo.InvariantCulture)).Where(day => day is >= 1 and <= 31).Select(day => (int?)day).ToList();
        return days.DefaultIfEmpty().Select(day => new PartialDate(year, month, day, match.Index, match.Index + match.Length));
    }

    [GeneratedRegex($@"(?:(?<![\d.,])(?<day>{Day}|1o|\bprimero)(?:\s?(?:,|-|–|\by\b|\bal?\b|\bhasta\b)\s?(?:el )?(?<day>{Day}))* del? (?:mes de )?)?\b{Month}\b(?:(?: (?<day>{Day})(?![\d.]))?,?(?: del?(?: ano)?)? (?<year>\d{{4}})(?!\d)| (?<day>{Day})(?![\d.]| de))?", Options, 1000)]
    private static partial Regex InWords();

    [GeneratedRegex(@"(?<![\d.,/-])(?:(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})|(?<day>\d{1,2})(?<s>[/.-])(?<month>\d{1,2})\k<s>(?<year>\d{4}))(?![\d/-])", Options, 1000)]
    private static partial Regex InDigits();
}
