using System.Globalization;
using System.Text.RegularExpressions;
using AzuSena.Spanish;

namespace AzuSena.Answering.Grounding.Facts;

/// <summary>A complete or partial date.</summary>
/// <param name="Year">The year.</param>
/// <param name="Month">The month, 1 to 12.</param>
/// <param name="Day">The day.</param>
/// <param name="Start">Start in the folded text.</param>
/// <param name="End">End, exclusive.</param>
internal sealed record PartialDate(int? Year, int Month, int? Day, int Start, int End)
{
    /// <summary>Whether <paramref name="other"/> contains all the information of this one.</summary>
    public bool IsSaidBy(PartialDate other) => Month == other.Month && (Year is null || Year == other.Year) && (Day is null || Day == other.Day);
}

/// <summary>
/// Finds dates in folded text: <c>15 de marzo de 2024</c>, <c>2024-03-15</c>, <c>15/03/2024</c>, <c>marzo de 2024</c>, <c>del 3 al 5 de mayo</c>.
/// </summary>
internal static partial class DateReader
{
    private const string Month = "(?<month>enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre)";
    private const string Day = @"(?:0?[1-9]|[12][0-9]|3[01])";

    // A day after its month must not be followed by a digit or point, or by text that makes it the day of the next date.
    private const string NoNumberNorDate = @"(?:\z|[^\d. ]| (?:\z|[^d]|d(?:\z|[^e])))";
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking;
    private static readonly string[] Months = ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "se", "oct", "nov", "dic"];

    /// <summary>The dates of a text, in order.</summary>
    public static List<PartialDate> Read(string folded) =>
    [
        .. InWords().MatchesUpTo(folded, EndOfWords)
            .SelectMany(match => Dates(match, StartOf(match.Groups["days"].Success ? match.Groups["days"] : match.Groups["month"]), EndOfWords(match)))
            .Concat(InDigits().MatchesUpTo(folded, EndOfDigits).SelectMany(match => Dates(match, StartOf(match.Groups["it"]), EndOfDigits(match))))
            .OrderBy(date => date.Start),
    ];

    private static IEnumerable<PartialDate> Dates(Match match, int start, int end)
    {
        var word = match.Groups["month"].Value;
        var month = char.IsAsciiDigit(word[0])
            ? int.Parse(word, CultureInfo.InvariantCulture)
            : Array.FindIndex(Months, name => word.StartsWith(name, StringComparison.Ordinal)) + 1;
        if (month is < 1 or > 12)
        {
            return [];
        }

        int? year = match.Groups["year"].Success ? int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture) : null;
        var days = DaysOf(match.Groups["days"].ValueSpan);
        if (match.Groups["day"].Success)
        {
            days.Add(int.Parse(match.Groups["day"].Value, CultureInfo.InvariantCulture));
        }

        return days.Where(day => day is >= 1 and <= 31).Select(day => (int?)day).DefaultIfEmpty().Select(day => new PartialDate(year, month, day, start, end));
    }

    // A list of days contains only their digits: "primero, 3 y 5", "1o al 5".
    private static List<int> DaysOf(ReadOnlySpan<char> list)
    {
        List<int> days = list.StartsWith("primero", StringComparison.Ordinal) ? [1] : [];
        for (var i = 0; i < list.Length; i++)
        {
            if (char.IsDigit(list[i]))
            {
                var length = i + 1 < list.Length && char.IsDigit(list[i + 1]) ? 2 : 1;
                days.Add(int.Parse(list.Slice(i, length), CultureInfo.InvariantCulture));
                i += length - 1;
            }
        }

        return days;
    }

    private static int StartOf(Capture capture) => capture.Index;

    private static int EndOfWords(Match match) =>
        EndOf(match.Groups["year"].Success ? match.Groups["year"] : match.Groups["day"].Success ? match.Groups["day"] : match.Groups["month"]);

    private static int EndOfDigits(Match match) => EndOf(match.Groups["it"]);

    private static int EndOf(Capture capture) => capture.Index + capture.Length;

    [GeneratedRegex(
        $@"(?:(?:\A|[^\d.,])(?<days>(?:{Day}|1o|\bprimero)(?:\s?(?:,|-|–|\by\b|\bal?\b|\bhasta\b)\s?(?:el )?{Day})*) del? (?:mes de )?)?\b{Month}\b(?:(?: "
        + $@"(?<day>{Day}))?,?(?: del?(?: ano)?)? (?<year>[0-9]{{4}})(?:\D|\z)| (?<day>{Day}){NoNumberNorDate})?",
        Options)]
    private static partial Regex InWords();

    [GeneratedRegex(
        @"(?:\A|[^\d.,/-])(?<it>(?<year>[0-9]{4})-(?<month>[0-9]{1,2})-(?<day>[0-9]{1,2})|(?<day>[0-9]{1,2})(?:/(?<month>[0-9]{1,2})/|\."
        + @"(?<month>[0-9]{1,2})\.|-(?<month>[0-9]{1,2})-)(?<year>[0-9]{4}))(?:[^\d/-]|\z)",
        Options)]
    private static partial Regex InDigits();
}
