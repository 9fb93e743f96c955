using System.ComponentModel;
using Microsoft.SemanticKernel;

namespace AzuSena.Plugins.Calendar;

/// <summary>
/// The plugin <c>calendar</c>: dates, holidays and working days in Colombia. It is the example to copy for your own plugin (docs/write-a-plugin.md): each
/// function takes plain values, returns a sentence that a small model can repeat, and answers wrong input with what to write instead. It holds no state,
/// because one instance serves every question.
/// </summary>
public sealed class CalendarPlugin(ColombianClock clock)
{
    private const string DateInput = "La fecha, como 2026-07-03 o «3 de julio de 2026»; también «hoy» o «mañana».";

    /// <summary>Today's date, and its holiday if it is one.</summary>
    [KernelFunction("today")]
    [Offered]
    [Description("Dice qué fecha y qué día de la semana es hoy en Colombia.")]
    public string Today() => CalendarTexts.Format("Today", SpanishDate.Long(clock.Today)) + HolidayOf(clock.Today);

    /// <summary>The day of the week of a date.</summary>
    [KernelFunction("day_of_week")]
    [Offered]
    [Description("Dice en qué día de la semana cae una fecha.")]
    public string DayOfWeek([Description(DateInput)] string date) =>
        Tell(date, day => CalendarTexts.Format("DayOfWeek", SpanishDate.Short(day), SpanishDate.Weekday(day)));

    /// <summary>How far away a date is.</summary>
    [KernelFunction("days_until")]
    [Offered]
    [Description("Dice cuántos días faltan para una fecha o cuántos pasaron desde ella.")]
    public string DaysUntil([Description(DateInput)] string date) => Tell(date, day =>
    {
        var days = day.DayNumber - clock.Today.DayNumber;
        return CalendarTexts.Count(days switch { 0 => "IsToday", > 0 => "DaysLeft", _ => "DaysPast" }, Math.Abs(days), SpanishDate.Long(day));
    });

    /// <summary>Whether a date is a holiday, and which; if a feast of that date was moved, the date it was moved to.</summary>
    [KernelFunction("is_holiday")]
    [Offered]
    [Description("Dice si una fecha es festivo en Colombia y cuál.")]
    public string IsHoliday([Description(DateInput)] string date) => TellWithin(date, day =>
    {
        if (HolidayOf(day) is { Length: > 0 } holiday)
        {
            return CalendarTexts.Format("HolidayYes", SpanishDate.Long(day)) + holiday;
        }

        var moved = ColombianHolidays.Of(day.Year)
            .Where(feast => feast.Feast == day)
            .Select(feast => " " + CalendarTexts.Format("HolidayMoved", feast.Name, SpanishDate.Long(feast.Date)));
        return CalendarTexts.Format("HolidayNo", SpanishDate.Long(day)) + string.Concat(moved);
    });

    /// <summary>The holidays of a year, one per line.</summary>
    [KernelFunction("holidays")]
    [Offered]
    [Description("Da la lista de los festivos de Colombia en un año, con su fecha y su nombre.")]
    public string Holidays([Description("El año, por ejemplo 2026. Sin él, el año actual.")] int? year = null)
    {
        var asked = year ?? clock.Today.Year;
        return IsKnown(asked)
            ? string.Join('\n', ColombianHolidays.Of(asked).Select(holiday => $"- {SpanishDate.Long(holiday.Date)}: {holiday.Name}"))
            : OutOfRange();
    }

    /// <summary>Counts the working days between two dates, including both ends and excluding the first.</summary>
    [KernelFunction("working_days_between")]
    [Offered]
    [Description("Cuenta los días hábiles entre dos fechas: lunes a viernes, sin festivos de Colombia.")]
    public string WorkingDaysBetween([Description(DateInput)] string start, [Description(DateInput)] string end) =>
        TellWithin(start, from => TellWithin(end, to =>
        {
            var (first, last) = from <= to ? (from, to) : (to, from);
            var both = WorkingDays.Count(first, last);
            return CalendarTexts.Format(
                "WorkingDays", SpanishDate.Short(first), SpanishDate.Short(last), both, both - (WorkingDays.IsWorkingDay(first) ? 1 : 0));
        }));

    /// <summary>The date that is a number of working days after or before another.</summary>
    [KernelFunction("add_working_days")]
    [Offered]
    [Description("Suma días hábiles a una fecha y dice en qué fecha terminan; la fecha de partida no se cuenta.")]
    public string AddWorkingDays(
        [Description(DateInput)] string date,
        [Description("Cuántos días hábiles sumar, por ejemplo 10; con signo menos, cuántos restar.")] int days) => TellWithin(date, day =>
    {
        if (days is 0 or < -WorkingDays.MaxDays or > WorkingDays.MaxDays)
        {
            return CalendarTexts.Format("DaysOutOfRange", WorkingDays.MaxDays);
        }

        return WorkingDays.Add(day, days) is { } end
            ? CalendarTexts.Count(days > 0 ? "WorkingDaysAfter" : "WorkingDaysBefore", Math.Abs(days), SpanishDate.Short(day), SpanishDate.Long(end))
            : OutOfRange();
    });

    // A model may omit a value it does not know: null arrives then, whatever the signature says.
    private string Tell(string? text, Func<DateOnly, string> tell)
    {
        var reading = SpanishDate.Read(text ?? "", clock.Today);
        return reading.Problem ?? tell(reading.Date);
    }

    // For results that depend on holidays, which are known only for the years of the law.
    private string TellWithin(string? text, Func<DateOnly, string> tell) => Tell(text, day => IsKnown(day.Year) ? tell(day) : OutOfRange());

    private static bool IsKnown(int year) => year is >= ColombianHolidays.FirstYear and <= ColombianHolidays.LastYear;

    private static string OutOfRange() => CalendarTexts.Format("YearOutOfRange", ColombianHolidays.FirstYear, ColombianHolidays.LastYear);

    private static string HolidayOf(DateOnly day) => IsKnown(day.Year) && ColombianHolidays.On(day) is { Count: > 0 } holidays
        ? " " + CalendarTexts.Format("HolidayNamed", string.Join(" y ", holidays.Select(holiday => holiday.Name)))
        : "";
}
