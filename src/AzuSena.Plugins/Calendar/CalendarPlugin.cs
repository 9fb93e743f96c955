using System.ComponentModel;
using Microsoft.SemanticKernel;

namespace AzuSena.Plugins.Calendar;

/// <summary>
/// The plugin <c>calendar</c>: dates, holidays and working days in Colombia. It is the example to copy for your own plugin (docs/write-a-plugin.md): each
/// function takes plain values, returns a sentence that a small model can repeat, and answers wrong input with what to write instead. It holds no state,
/// because one instance serves every question.
/// </summary>
[ToolTitle("Calendario")]
public sealed class CalendarPlugin(ColombianClock clock)
{
    private const int MaxYears = 5;
    private const string DateInput = "La fecha, como 2026-07-03 o «3 de julio de 2026»; también «hoy» o «mañana».";

    /// <summary>Today's date, and its holiday if it is one.</summary>
    [KernelFunction("today")]
    [Offered]
    [AnswersQuestion("¿Qué [día|fecha] es hoy?")]
    [AnswersQuestion("¿(En|A) qué (fecha|día) (estamos|va) [hoy]?")]
    [AnswersQuestion("¿A cómo estamos hoy?")]
    [AnswersQuestion("¿Cuál es la fecha de hoy?")]
    [AnswersQuestion("¿Cuál es la fecha actual?")]
    [Description("Dice qué fecha y qué día de la semana es hoy en Colombia.")]
    public string Today() => CalendarTexts.Format("Today", SpanishDate.Long(clock.Today)) + HolidayOf(clock.Today);

    /// <summary>The day of the week of a date.</summary>
    [KernelFunction("day_of_week")]
    [Offered]
    [AnswersQuestion("¿[En] qué día [de la semana] (cae|cayó|caerá|queda|es|será|fue) {date:fecha}?")]
    [AnswersQuestion("¿Cuándo (es|cae|será|fue) {date:fecha}?")]
    [AnswersQuestion("¿Qué fecha (es|será|fue) {date:fecha}?")]
    [AnswersQuestion("¿{date:fecha} qué día [de la semana] (es|cae)?")]
    [Description("Dice en qué día de la semana cae una fecha.")]
    public string DayOfWeek([Description(DateInput)] string date) =>
        Tell(date, day => day == clock.Today
            ? Today()
            : CalendarTexts.Format("DayOfWeek", SpanishDate.Short(day), SpanishDate.Weekday(day)) + HolidayOf(day));

    /// <summary>How far away a date is.</summary>
    [KernelFunction("days_until")]
    [Offered]
    [AnswersQuestion("¿Cuántos días (faltan|quedan|restan) (para|hasta) {date:fecha}?")]
    [AnswersQuestion("¿Cuánto [tiempo] (falta|queda) para {date:fecha}?")]
    [AnswersQuestion("¿Cuántos días (han pasado|pasaron|van|llevamos) desde {date:fecha}?")]
    [AnswersQuestion("¿Hace cuántos días (fue|pasó) {date:fecha}?")]
    [AnswersQuestion("¿En cuántos días es {date:fecha}?")]
    [Description("Dice cuántos días faltan para una fecha o cuántos pasaron desde ella.")]
    public string DaysUntil([Description(DateInput)] string date) => Tell(date, day =>
    {
        var days = day.DayNumber - clock.Today.DayNumber;
        return CalendarTexts.Count(days switch { 0 => "IsToday", > 0 => "DaysLeft", _ => "DaysPast" }, Math.Abs(days), SpanishDate.Long(day));
    });

    /// <summary>Whether a date is a holiday, and which; if a feast of that date was moved, the date it was moved to.</summary>
    [KernelFunction("is_holiday")]
    [Offered]
    [RestsOn("Ley 51 de 1983, artículo 1")]
    [AnswersQuestion("¿[Es|será|fue] [día] [trabaja|trabajan] (festivo|feriado|puente|día de fiesta) {date:fecha} [en] [Colombia]?")]
    [AnswersQuestion("¿{date:fecha} [cae] [en] [día] [trabaja|trabajan] (festivo|feriado|puente) [en] [Colombia]?")]
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

    /// <summary>Whether a date is a working day.</summary>
    [KernelFunction("is_working_day")]
    [Offered]
    [RestsOn("Ley 51 de 1983, artículo 1")]
    [AnswersQuestion("¿[Es] [día] (hábil|laboral|laborable) {date:fecha} [en] [Colombia]?")]
    [AnswersQuestion("¿{date:fecha} [cuenta] [como] [día] (hábil|laboral|laborable)?")]
    [Description("Dice si una fecha es un día hábil: lunes a viernes que no es festivo en Colombia.")]
    public string IsWorkingDay([Description(DateInput)] string date) => TellWithin(date, day =>
        WorkingDays.IsWorkingDay(day)
            ? CalendarTexts.Format("WorkingDayYes", SpanishDate.Long(day))
            : CalendarTexts.Format("WorkingDayNo", SpanishDate.Long(day)) + HolidayOf(day));

    /// <summary>The next holiday after today or another date.</summary>
    [KernelFunction("next_holiday")]
    [Offered]
    [RestsOn("Ley 51 de 1983, artículo 1")]
    [AnswersQuestion("¿Cuál es el (próximo|siguiente) [día] (festivo|feriado|puente) [en] [Colombia] [calendario] [año]?")]
    [AnswersQuestion("¿Cuándo (es|hay|cae|tenemos) [el] (próximo|siguiente|otro) [lunes|día] (festivo|feriado|puente)?")]
    [AnswersQuestion("¿Cuándo es el (festivo|feriado|puente) (próximo|siguiente|que viene)?")]
    [AnswersQuestion("¿Qué día es el (próximo|siguiente) (festivo|feriado|puente)?")]
    [AnswersQuestion("¿Cuál es el (primer|próximo|siguiente) (festivo|feriado) después (del|de) {date:fecha}?")]
    [Description("Dice cuál es el próximo festivo en Colombia después de una fecha; sin ella, después de hoy.")]
    public string NextHoliday([Description(DateInput)] string date = "hoy") => TellWithin(date, day =>
        ColombianHolidays.Of(day.Year).Concat(day.Year < ColombianHolidays.LastYear ? ColombianHolidays.Of(day.Year + 1) : [])
            .FirstOrDefault(holiday => holiday.Date > day) is { } next
            ? CalendarTexts.Format("NextHoliday", SpanishDate.Long(next.Date), HolidayOf(next.Date), next.Date.DayNumber - clock.Today.DayNumber)
            : OutOfRange());

    /// <summary>The next holiday that is a Monday.</summary>
    [KernelFunction("next_monday_holiday")]
    [Offered]
    [RestsOn("Ley 51 de 1983, artículo 1")]
    [AnswersQuestion("¿(Cuál|Cuándo) es el (próximo|siguiente) lunes (festivo|feriado) [en] [Colombia]?")]
    [AnswersQuestion("¿Qué día (es|cae) el (próximo|siguiente) lunes (festivo|feriado)?")]
    [Description("Dice cuál es el próximo lunes festivo en Colombia.")]
    public string NextMondayHoliday()
    {
        var today = clock.Today;
        var next = ColombianHolidays.Of(today.Year).Concat(ColombianHolidays.Of(today.Year + 1))
            .First(holiday => holiday.Date > today && holiday.Date.DayOfWeek is System.DayOfWeek.Monday);
        return CalendarTexts.Format("NextMonday", SpanishDate.Long(next.Date), HolidayOf(next.Date), next.Date.DayNumber - today.DayNumber);
    }

    /// <summary>The holidays that are left of this year.</summary>
    [KernelFunction("holidays_left")]
    [Offered]
    [RestsOn("Ley 51 de 1983, artículo 1")]
    [AnswersQuestion("¿(Qué|Cuáles|Cuántos) [son] [los] [días] (festivos|feriados|puentes) [que] (quedan|faltan|restan) [de|en] [este] [año] [Colombia]?")]
    [Description("Da los festivos de Colombia que quedan de este año.")]
    public string HolidaysLeft() =>
        HolidaysBetween(Iso(clock.Today.AddDays(1)), Iso(new DateOnly(clock.Today.Year, 12, 31)));

    /// <summary>The holidays of a period, with their number.</summary>
    [KernelFunction("holidays_between")]
    [Offered]
    [RestsOn("Ley 51 de 1983, artículo 1")]
    [AnswersQuestion(
        "¿(Qué|Cuáles) [son] [los] [días] (festivos|feriados|puentes) (hay|tiene|trae|son|de|en) [Colombia] "
        + "{start..end:periodo}?")]
    [AnswersQuestion("¿Cuántos [días] (festivos|feriados|puentes) (hay|tiene|trae) [Colombia] {start..end:periodo}?")]
    [AnswersQuestion("(Lista|dame|muéstrame|dime) [los] [días] (festivos|feriados) [de|en] [Colombia] {start..end:periodo}?")]
    [Asks("start", "¿De qué año o mes?")]
    [Description("Da los festivos de Colombia entre dos fechas y cuántos son.")]
    public string HolidaysBetween([Description(DateInput)] string start, [Description(DateInput)] string end) =>
        TellWithin(start, from => TellWithin(end, to =>
        {
            var (first, last) = from <= to ? (from, to) : (to, from);
            if (last.Year - first.Year > MaxYears)
            {
                return CalendarTexts.Format("TooManyYears", MaxYears);
            }

            var days = Enumerable.Range(first.Year, last.Year - first.Year + 1)
                .SelectMany(ColombianHolidays.Of)
                .Where(holiday => holiday.Date >= first && holiday.Date <= last)
                .ToList();
            var list = string.Concat(days.Select(holiday => $"\n- {SpanishDate.Long(holiday.Date)}: {holiday.Name}"));
            return CalendarTexts.Count(days.Count == 0 ? "NoHolidays" : "HolidaysFound", days.Count, SpanishDate.Short(first), SpanishDate.Short(last)) + list;
        }));

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
    [RestsOn("Ley 51 de 1983, artículo 1")]
    [AnswersQuestion("¿Cuántos días (hábiles|laborales|laborables) (hay|van|tiene|trae|son|quedan|corren|pasan|cuentan) {start..end:periodo}?")]
    [Asks("start", "¿Entre qué fechas?")]
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
    [RestsOn("Ley 51 de 1983, artículo 1")]
    [AnswersQuestion(
        "¿(Qué|Cuál) (día|fecha) (es|será|cae|sería) [en] {days:numero} días (hábiles|laborales|laborables) [después|desde|a "
        + "partir|contados|contando|más] [de] {date:fecha}?")]
    [AnswersQuestion(
        "¿(Qué|Cuál) (día|fecha) (es|será|cae|sería) [en|dentro] [de] {days:numero} días (hábiles|laborales|laborables) "
        + "[después|desde|contados]?")]
    [AnswersQuestion(
        "{days:numero} días (hábiles|laborales|laborables) [después|desde|a partir|contados|contando] [de] {date:fecha} [cuándo|qué] "
        + "[es|son|fecha|día|termina|terminan]?")]
    [AnswersQuestion(
        "¿Cuándo (vencen|vence|se cumplen|terminan|acaban|se acaban) [los|el] [plazo|término] {days:numero} días "
        + "(hábiles|laborales|laborables) [contados|desde|a partir|después] {date:fecha}?")]
    [AnswersQuestion("¿[Hasta] cuándo [tengo|va|es] [plazo] {days:numero} días (hábiles|laborales) [contados|desde|a partir|después] {date:fecha}?")]
    [AnswersQuestion("(Suma|súmale|cuenta|agrega) {days:numero} días (hábiles|laborales) [a|desde] {date:fecha}")]
    [Description("Suma días hábiles a una fecha y dice en qué fecha terminan; la fecha de partida no se cuenta.")]
    public string AddWorkingDays(
        [Description("Cuántos días hábiles sumar, por ejemplo 10; con signo menos, cuántos restar.")] int days,
        [Description(DateInput)] string date = "hoy") => TellWithin(date, day =>
    {
        if (days is 0 or < -WorkingDays.MaxDays or > WorkingDays.MaxDays)
        {
            return CalendarTexts.Format("DaysOutOfRange", WorkingDays.MaxDays);
        }

        return WorkingDays.Add(day, days) is { } end
            ? CalendarTexts.Count(days > 0 ? "WorkingDaysAfter" : "WorkingDaysBefore", Math.Abs(days), SpanishDate.Short(day), SpanishDate.Long(end))
            : OutOfRange();
    });

    /// <summary>The calendar days between two dates.</summary>
    [KernelFunction("days_between")]
    [Offered]
    [AnswersQuestion("¿Cuántos días [calendario|corridos] (hay|van|son|pasan) {start..end:periodo}?")]
    [Asks("start", "¿Entre qué fechas?")]
    [Description("Cuenta los días de calendario entre dos fechas.")]
    public string DaysBetween([Description(DateInput)] string start, [Description(DateInput)] string end) => Tell(start, from => Tell(end, to =>
    {
        var days = Math.Abs(to.DayNumber - from.DayNumber);
        return CalendarTexts.Format("DaysBetween", SpanishDate.Short(from), SpanishDate.Short(to), days, days + 1);
    }));

    /// <summary>The date that is a number of days after or before another.</summary>
    [KernelFunction("add_days")]
    [Offered]
    [AnswersQuestion(
        "¿(Qué|Cuál) (día|fecha) (es|será|cae|sería) {days:numero} días [calendario|corridos] (después|desde|a partir|contados|más) "
        + "[de] {date:fecha}?")]
    [AnswersQuestion("{days:numero} días [calendario|corridos] (después|desde|a partir|contados) [de] {date:fecha} [qué|cuándo] [es|fecha|día]?")]
    [Description("Suma días de calendario a una fecha y dice en qué fecha terminan.")]
    public string AddDays(
        [Description("Cuántos días sumar, por ejemplo 30; con signo menos, cuántos restar.")] int days,
        [Description(DateInput)] string date = "hoy") => Tell(date, day =>
    {
        var end = (long)day.DayNumber + days;
        return end < DateOnly.MinValue.DayNumber || end > DateOnly.MaxValue.DayNumber
            ? OutOfRange()
            : CalendarTexts.Count(days < 0 ? "DaysBefore" : "DaysAfter", Math.Abs(days), SpanishDate.Short(day), SpanishDate.Long(day.AddDays(days)));
    });

    // A model may omit a value it does not know: null arrives then, whatever the signature says.
    private string Tell(string? text, Func<DateOnly, string> tell)
    {
        var reading = SpanishDate.Read(text ?? "", clock.Today);
        return reading.Problem ?? tell(reading.Date);
    }

    // For results that depend on holidays, which are known only for the years of the law.
    private string TellWithin(string? text, Func<DateOnly, string> tell) => Tell(text, day => IsKnown(day.Year) ? tell(day) : OutOfRange());

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static bool IsKnown(int year) => year is >= ColombianHolidays.FirstYear and <= ColombianHolidays.LastYear;

    private static string OutOfRange() => CalendarTexts.Format("YearOutOfRange", ColombianHolidays.FirstYear, ColombianHolidays.LastYear);

    private static string HolidayOf(DateOnly day) => IsKnown(day.Year) && ColombianHolidays.On(day) is { Count: > 0 } holidays
        ? " " + CalendarTexts.Format("HolidayNamed", string.Join(" y ", holidays.Select(holiday => holiday.Name)))
        : "";
}
