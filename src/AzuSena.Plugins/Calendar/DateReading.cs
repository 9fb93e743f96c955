namespace AzuSena.Plugins.Calendar;

/// <summary>The result of reading a date: the date, or the reason it could not be read, in words that tell a model how to write it.</summary>
/// <param name="Date">The date; undefined if there is a problem.</param>
/// <param name="Problem">What to write instead, or null.</param>
internal readonly record struct DateReading(DateOnly Date, string? Problem = null)
{
    private const int MaxQuoted = 40;

    public static DateReading Unreadable(string text) => new(default, CalendarTexts.Format("DateUnreadable", Quote(text)));

    public static DateReading Impossible(string text) => new(default, CalendarTexts.Format("DateImpossible", Quote(text)));

    public static DateReading WrongWeekday(DateOnly date) =>
        new(default, CalendarTexts.Format("WeekdayWrong", SpanishDate.Short(date), SpanishDate.Weekday(date)));

    private static string Quote(string text) => text.Length <= MaxQuoted ? text : $"{text[..MaxQuoted]}…";
}
