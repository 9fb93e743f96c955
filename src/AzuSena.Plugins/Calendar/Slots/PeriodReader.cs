using System.Globalization;
using System.Text.RegularExpressions;

namespace AzuSena.Plugins.Calendar.Slots;

/// <summary>Finds runs of days in folded text: two days, a month, a year, a part of one, a week.</summary>
internal static partial class PeriodReader
{
    private const string MonthNames = "enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre";
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking;

    /// <summary>The periods, the most exact first.</summary>
    /// <param name="folded">The text, folded.</param>
    /// <param name="days">The days in it, in order.</param>
    /// <param name="today">The current day.</param>
    public static List<NamedPeriod> Read(string folded, List<NamedDay> days, DateOnly today)
    {
        var found = new List<NamedPeriod>();
        foreach (var (one, other) in days.Zip(days.Skip(1)))
        {
            if (Joint().IsMatch(folded[one.End..other.Start]))
            {
                found.Add(Ordered(Opened(folded, one.Start), other.End, one.Day, other.Day));
            }
        }

        // "Entre el 1 y el 15 de marzo": the first day shares the month of the second.
        foreach (var last in days)
        {
            if (SharedMonth().Match(folded[..last.Start]) is { Success: true } match
                && DayReader.Day(last.Day.Year, last.Day.Month, int.Parse(match.Groups["day"].ValueSpan, CultureInfo.InvariantCulture)) is { } first
                && !found.Exists(period => period.End == last.End))
            {
                found.Add(Ordered(match.Index, last.End, first, last.Day));
            }
        }

        found.AddRange(Month().Matches(folded).Select(match => OfMonth(match, today)).Where(month => !Covers(days, month)));
        found.AddRange(Part().Matches(folded).Select(match => OfPart(match, today)));
        found.AddRange(Named().Matches(folded).Select(match => OfName(match, today)));
        var years = Year().Matches(folded).Select(OfYear);
        return [.. found, .. years.Where(year => !Covers(days, year) && !found.Exists(other => other.Start < year.End && year.Start < other.End))];
    }

    private static bool Covers(List<NamedDay> days, NamedPeriod period) => days.Exists(day => day.Start < period.End && period.Start < day.End);

    private static NamedPeriod Ordered(int start, int end, DateOnly one, DateOnly other) =>
        one <= other ? new NamedPeriod(start, end, one, other) : new NamedPeriod(start, end, other, one);

    private static int Opened(string folded, int start) => Opening().Match(folded[..start]) is { Success: true } match ? match.Index : start;

    private static NamedPeriod OfMonth(Match match, DateOnly today)
    {
        var year = match.Groups["year"].Success ? int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture) : today.Year;
        return Whole(match.Groups["it"], new DateOnly(year, DayReader.MonthOf(match.Groups["month"].Value), 1), months: 1);
    }

    private static NamedPeriod OfPart(Match match, DateOnly today)
    {
        var year = match.Groups["year"].Success ? int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture) : today.Year;
        var months = match.Groups["part"].Value switch { "semestre" => 6, "trimestre" => 3, _ => 2 };
        var index = match.Groups["which"].Value[0] switch { 'p' => 0, 's' => 1, 't' => 2, _ => 3 };
        return index * months >= 12 ? default : Whole(match.Groups["it"], new DateOnly(year, 1 + (index * months), 1), months);
    }

    private static NamedPeriod OfName(Match match, DateOnly today)
    {
        var it = match.Groups["it"];
        var step = match.Groups["next"].Success ? 1 : match.Groups["past"].Success ? -1 : 0;
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        return match.Groups["unit"].Value switch
        {
            "mes" => Whole(it, new DateOnly(today.Year, today.Month, 1).AddMonths(step), 1),
            "semana" => new NamedPeriod(it.Index, it.Index + it.Length, monday.AddDays(7 * step), monday.AddDays((7 * step) + 6)),
            _ => Whole(it, new DateOnly(today.Year + step, 1, 1), 12),
        };
    }

    private static NamedPeriod OfYear(Match match) =>
        Whole(match.Groups["it"], new DateOnly(int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture), 1, 1), 12);

    private static NamedPeriod Whole(Group it, DateOnly first, int months) => new(it.Index, it.Index + it.Length, first, first.AddMonths(months).AddDays(-1));

    [GeneratedRegex(@"^,? (y|a|al|hasta|y hasta)( el)?( dia)? ?\z", Options)]
    private static partial Regex Joint();

    [GeneratedRegex(@"\b(entre|desde|del?)( el)?( dia)? \z", Options)]
    private static partial Regex Opening();

    [GeneratedRegex(@"\b(entre|desde|del?)?( ?el)?( ?dia)? ?\b(?<day>[0-9]{1,2}) (y|a|al|hasta)( el)?( dia)? \z", Options)]
    private static partial Regex SharedMonth();

    [GeneratedRegex(@"\b(?<it>(en |de |del )?((el )?mes de )?(?<month>" + MonthNames + @")( (del? )?(ano )?(?<year>[0-9]{4}))?)\b", Options)]
    private static partial Regex Month();

    [GeneratedRegex(
        @"\b(?<it>(en |del? )?(el )?(?<which>primer|segundo|tercer|cuarto) (?<part>semestre|trimestre|bimestre)( (del? )?(ano )?(?<year>[0-9]{4}))?)\b",
        Options)]
    private static partial Regex Part();

    [GeneratedRegex(
        @"\b(?<it>(en )?(este|esta|el|la)? ?((?<next>proximo|proxima) (?<unit>mes|semana|ano)|(?<unit>mes|semana|ano) ((?<next>que viene|entrante|proximo"
        + @"|proxima)|(?<past>pasado|pasada)))|(en )?(este|esta) (?<unit>mes|semana|ano))\b", Options)]
    private static partial Regex Named();

    [GeneratedRegex(@"\b(?<it>(en |de |del )?(el )?(ano )?(?<year>19[0-9]{2}|2[0-9]{3}))\b", Options)]
    private static partial Regex Year();
}
