using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace AzuSena.Plugins.Calendar;

/// <summary>Dates as written in Spanish. The names are constants here, not from a culture: the result is the same on a machine without language data.</summary>
internal static partial class SpanishDate
{
    /// <summary>The first whole year of the Gregorian calendar.</summary>
    public const int FirstYear = 1583;

    private const int MaxLength = 80;

    private static readonly string[] Months =
        ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"];

    private static readonly string[] Weekdays = ["domingo", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado"];

    private static readonly Dictionary<string, int> Relative = new()
    {
        ["anteayer"] = -2,
        ["antier"] = -2,
        ["ayer"] = -1,
        ["hoy"] = 0,
        ["mañana"] = 1,
        ["pasado mañana"] = 2,
    };

    /// <summary>The day of the week.</summary>
    public static string Weekday(DateOnly day) => Weekdays[(int)day.DayOfWeek];

    /// <summary>As in <c>3 de julio de 2026</c>.</summary>
    public static string Short(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Day} de {Months[day.Month - 1]} de {day.Year}");

    /// <summary>As in <c>viernes 3 de julio de 2026</c>.</summary>
    public static string Long(DateOnly day) => $"{Weekday(day)} {Short(day)}";

    /// <summary>
    /// Reads <c>2026-07-03</c>, <c>3 de julio de 2026</c> (with or without the day of the week; without a year, the current one), <c>3/7/2026</c> (day first)
    /// or <c>hoy</c>, <c>mañana</c>, <c>ayer</c>.
    /// </summary>
    public static DateReading Read(string text, DateOnly today)
    {
        if (text.Length > MaxLength)
        {
            return DateReading.Unreadable(text);
        }

        // Rune by rune, because half a surrogate pair cannot be normalised.
        text = string.Concat(text.EnumerateRunes()).Trim().TrimEnd('.').TrimEnd().ToLowerInvariant().Normalize(NormalizationForm.FormC);
        if (Relative.TryGetValue(text, out var offset))
        {
            return new DateReading(today.AddDays(offset));
        }

        return new[] { Iso(), Slashes(), Words() }.Select(form => form.Match(text)).FirstOrDefault(match => match.Success) is { } match
            ? Build(match, text, today)
            : DateReading.Unreadable(text);
    }

    private static DateReading Build(Match match, string text, DateOnly today)
    {
        var year = match.Groups["year"] is { Success: true } written ? Number(written) : today.Year;
        var month = match.Groups["name"] is { Success: true } name ? Month(name.Value) : Number(match.Groups["month"]);
        var day = match.Groups["day"].Value.StartsWith('p') ? 1 : Number(match.Groups["day"]);
        if (year < FirstYear || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return DateReading.Impossible(text);
        }

        var date = new DateOnly(year, month, day);
        return match.Groups["weekday"] is { Success: true } weekday && Fold(weekday.Value) != Fold(Weekday(date))
            ? DateReading.WrongWeekday(date)
            : new DateReading(date);
    }

    private static int Month(string name) => Array.IndexOf(Months, name == "setiembre" ? "septiembre" : name) + 1;

    private static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    private static string Fold(string weekday) => weekday.Replace('é', 'e').Replace('á', 'a');

    [GeneratedRegex(@"^(?<year>[0-9]{4})-(?<month>[0-9]{1,2})-(?<day>[0-9]{1,2})(t[0-9:.]+z?)?$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Iso();

    [GeneratedRegex(@"^(?<day>[0-9]{1,2})[/.-](?<month>[0-9]{1,2})[/.-](?<year>[0-9]{4})$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Slashes();

    [GeneratedRegex(
        @"^(el )?((?<weekday>lunes|martes|mi[ée]rcoles|jueves|viernes|s[áa]bado|domingo),? )?(el )?((?<day>[0-9]{1,2})[ºo°]?|(?<day>primero)) (de )?"
        + @"(?<name>enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre)(,? (del? )?(año )?(?<year>[0-9]{4}))?$",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Words();
}
