namespace AzuSena.Plugins.Calendar;

/// <summary>What a text was read as: a date, or the reason why it is none, in words that tell a model how to write it.</summary>
/// <param name="Date">The date; of no meaning beside a problem.</param>
/// <param name="Problem">What to do instead, or null.</param>
internal readonly record struct DateReading(DateOnly Date, string? Problem = null)
{
    private const int MaxQuoted = 40;

    public static DateReading Unreadable(string text) => new(default, CalendarTexts.Format("DateUnreadable", Quote(text)));

    public static DateReading Impossible(string text) => new(default, CalendarTexts.Format("DateImpossible", Quote(text)));

    public static DateReading WrongWeekday(DateOnly date) => new(default, CalendarTexts.Format("WeekdayWrong", SpanishDate.Short(date), SpanishDate.Weekday(date)));

    private static string Quote(string text) => text.Length <= MaxQuoted ? text : $"{text[..MaxQuoted]}…";
}
