namespace AzuSena.Plugins.Calendar;

/// <summary>Working days: Monday to Friday except holidays.</summary>
internal static class WorkingDays
{
    /// <summary>The largest number of days that <see cref="Add"/> accepts: about forty years.</summary>
    public const int MaxDays = 10_000;

    /// <summary>Whether a day is a working day.</summary>
    public static bool IsWorkingDay(DateOnly day) => IsWeekday(day) && ColombianHolidays.On(day).Count == 0;

    /// <summary>Counts the working days from <paramref name="first"/> to <paramref name="last"/>, both included.</summary>
    public static int Count(DateOnly first, DateOnly last)
    {
        var days = last.DayNumber - first.DayNumber + 1;
        var weekdays = days / 7 * 5;
        for (var rest = 0; rest < days % 7; rest++)
        {
            weekdays += IsWeekday(first.AddDays(rest)) ? 1 : 0;
        }

        var holidays = 0;
        for (var year = first.Year; year <= last.Year; year++)
        {
            holidays += FreeWeekdays(year).Count(day => day >= first && day <= last);
        }

        return weekdays - holidays;
    }

    /// <summary>
    /// The working day that is <paramref name="days"/> working days after <paramref name="start"/>, or before it if negative; <paramref name="start"/> itself
    /// does not count. Null if the result is outside the years whose holidays are known.
    /// </summary>
    public static DateOnly? Add(DateOnly start, int days)
    {
        var step = Math.Sign(days);
        var day = start;
        var free = FreeWeekdays(day.Year);
        for (var left = Math.Abs(days); left > 0;)
        {
            if (day == DateOnly.MaxValue && step > 0)
            {
                return null;
            }

            var year = day.Year;
            day = day.AddDays(step);
            if (day.Year < ColombianHolidays.FirstYear)
            {
                return null;
            }

            free = day.Year == year ? free : FreeWeekdays(day.Year);
            left -= IsWeekday(day) && !free.Contains(day) ? 1 : 0;
        }

        return day;
    }

    private static HashSet<DateOnly> FreeWeekdays(int year) => [.. ColombianHolidays.Of(year).Select(holiday => holiday.Date).Where(IsWeekday)];

    private static bool IsWeekday(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
}
