using System.Globalization;
using System.Text.RegularExpressions;
using AzuSena.Spanish.Numbers;

namespace AzuSena.Plugins.Calendar.Slots;

/// <summary>Finds days in folded text.</summary>
internal static partial class DayReader
{
    private const string MonthNames = "enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre";
    private const string DayNames = "lunes|martes|miercoles|jueves|viernes|sabado|domingo";

    private const string SmallNumbers =
        "un|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|dieciseis|diecisiete|dieciocho|diecinueve|veinte|veintiuno"
        + "|veintidos|veintitres|veinticuatro|veinticinco|veintiseis|veintisiete|veintiocho|veintinueve|treinta y uno|treinta";

    private const int DaysInWeek = 7;
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking;

    private static readonly string[] Months = ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "se", "oct", "nov", "dic"];
    private static readonly string[] Weekdays = ["domingo", "lunes", "martes", "miercoles", "jueves", "viernes", "sabado"];

    private static readonly Dictionary<string, int> Near =
        new(StringComparer.Ordinal) { ["anteayer"] = -2, ["antier"] = -2, ["ayer"] = -1, ["hoy"] = 0, ["manana"] = 1, ["pasado manana"] = 2 };

    /// <summary>The days, in order; those that do not exist are left out.</summary>
    /// <param name="folded">The text, folded.</param>
    /// <param name="today">The current day.</param>
    public static List<NamedDay> Read(string folded, DateOnly today)
    {
        // "Jueves Santo" is no Thursday.
        var found = FeastNames.Read(folded, today).ToList();
        Add(Written(), match => OfWritten(match, today));
        Add(Digits(), OfDigits);
        Add(Relative(), match => today.AddDays(Near[match.Groups["it"].Value]));
        Add(Distance(), match => IsWorkingDays(folded, match) ? null : Away(match, today));
        Add(NextHoliday(), match => Holidays(today, 2).FirstOrDefault(day => !match.Groups["monday"].Success || day.DayOfWeek is DayOfWeek.Monday));
        Add(Weekday(), match => OfWeekday(match, today));
        return [.. found.OrderBy(day => day.Start)];

        void Add(Regex form, Func<Match, DateOnly?> read)
        {
            foreach (Match match in form.Matches(folded))
            {
                var whole = match.Groups["it"];
                var day = read(match) is { } known && known != default ? new NamedDay(whole.Index, whole.Index + whole.Length, known) : default;
                if (day.Day != default && !found.Exists(other => Overlap(other, day)))
                {
                    found.Add(day);
                }
            }
        }
    }

    /// <summary>The number of a month's folded name, from 1.</summary>
    public static int MonthOf(string name) => Array.FindIndex(Months, beginning => name.StartsWith(beginning, StringComparison.Ordinal)) + 1;

    /// <summary>A day, or null if there is no such.</summary>
    public static DateOnly? Day(int year, int month, int day) =>
        year is >= SpanishDate.FirstYear and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    /// <summary>The holidays from the day after a day on, over some years.</summary>
    public static IEnumerable<DateOnly> Holidays(DateOnly after, int years) => Enumerable.Range(after.Year, years)
        .Where(year => year is >= ColombianHolidays.FirstYear and <= ColombianHolidays.LastYear)
        .SelectMany(ColombianHolidays.Of)
        .Select(holiday => holiday.Date)
        .Where(day => day > after);

    private static bool Overlap(NamedDay one, NamedDay other) => one.Start < other.End && other.Start < one.End;

    private static DateOnly? OfWritten(Match match, DateOnly today) => Day(
        match.Groups["year"].Success ? Number(match.Groups["year"].Value) : match.Groups["next"].Success ? today.Year + 1 : today.Year,
        MonthOf(match.Groups["month"].Value),
        match.Groups["day"].Value.StartsWith("primero", StringComparison.Ordinal) ? 1 : Number(match.Groups["day"].Value));

    private static DateOnly? OfDigits(Match match) =>
        Day(Number(match.Groups["year"].Value), Number(match.Groups["month"].Value), Number(match.Groups["day"].Value));

    // "En 45 días hábiles" is counted by a function.
    private static bool IsWorkingDays(string folded, Match match) =>
        folded.AsSpan(match.Groups["it"].Index + match.Groups["it"].Length).TrimStart() is var rest
        && (rest.StartsWith("habil", StringComparison.Ordinal) || rest.StartsWith("labora", StringComparison.Ordinal));

    private static DateOnly? Away(Match match, DateOnly today)
    {
        var count = Number(match.Groups["count"].Value) * (match.Groups["ago"].Success ? -1 : 1);
        return Math.Abs(count) > 5_000 ? null : match.Groups["unit"].Value[0] switch
        {
            'd' => today.AddDays(count),
            's' => today.AddDays(DaysInWeek * count),
            'm' => today.AddMonths(count),
            _ => today.AddYears(count),
        };
    }

    private static DateOnly? OfWeekday(Match match, DateOnly today)
    {
        var ahead = (Array.IndexOf(Weekdays, match.Groups["name"].Value) - (int)today.DayOfWeek + DaysInWeek) % DaysInWeek;
        var isPast = match.Groups["past"].Success;
        var isNext = match.Groups["next"].Success || match.Groups["then"].Success;
        return today.AddDays(isPast ? (ahead == 0 ? -DaysInWeek : ahead - DaysInWeek) : ahead == 0 && isNext ? DaysInWeek : ahead);
    }

    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var digits)
            ? digits
            : (int)text.Split(" y ").Sum(word => NumberValues.Words.GetValueOrDefault(word));

    [GeneratedRegex(
        @"\b(?<it>((el )?(dia )?(" + DayNames + @"),? )?(el )?(?<day>[0-9]{1,2}|primero|" + SmallNumbers + @")( de|/|-)? ?\b(?<month>" + MonthNames
        + @")\b((,? (del? )?(ano )?(?<year>[0-9]{4}))|(?<next> del? (proximo ano|ano (que viene|entrante|proximo)))|( de este ano| del presente ano))?)\b",
        Options)]
    private static partial Regex Written();

    [GeneratedRegex(
        @"\b(?<it>(?<year>[0-9]{4})-(?<month>[0-9]{1,2})-(?<day>[0-9]{1,2})|(?<day>[0-9]{1,2})[/.-](?<month>[0-9]{1,2})[/.-](?<year>[0-9]{4}))\b", Options)]
    private static partial Regex Digits();

    // "Por la mañana" is a time of the day.
    [GeneratedRegex(@"(^|[^\w]|[^a] )(?<it>pasado manana|anteayer|antier|ayer|hoy|manana)\b", Options)]
    private static partial Regex Relative();

    [GeneratedRegex(
        @"\b(?<it>(en|dentro de|(?<ago>hace)) (?<count>[0-9]{1,4}|" + SmallNumbers + @") (?<unit>dias?|semanas?|mes|meses|anos?))\b", Options)]
    private static partial Regex Distance();

    [GeneratedRegex(
        @"\b(?<it>(el |este |(el )?(?<next>proximo|siguiente) )(?<name>" + DayNames + @")( (?<past>pasado)| (?<then>que viene|siguiente|entrante|proximo))?)\b",
        Options)]
    private static partial Regex Weekday();

    [GeneratedRegex(@"\b(?<it>(el )?(proximo|siguiente) ((?<monday>lunes) )?(dia )?(festivo|feriado|puente))\b", Options)]
    private static partial Regex NextHoliday();
}
