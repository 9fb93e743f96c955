namespace AzuSena.Plugins.Calendar;

/// <summary>
/// The holidays of Colombia: Ley 51 de 1983 ("Ley Emiliani"), article 1. Its first paragraph lists the feasts; its second moves ten of them to the
/// following Monday, and those that fall on a Sunday too. The law is of 22 December 1983, so 1984 is its first whole year.
/// </summary>
internal static class ColombianHolidays
{
    /// <summary>The first full year under the law.</summary>
    public const int FirstYear = 1984;

    /// <summary>The last year that a .NET date can have.</summary>
    public const int LastYear = 9999;

    private static readonly (string Name, int Month, int Day, bool Moves)[] Fixed =
    [
        ("NewYear", 1, 1, false),
        ("Epiphany", 1, 6, true),
        ("SaintJoseph", 3, 19, true),
        ("LabourDay", 5, 1, false),
        ("PeterAndPaul", 6, 29, true),
        ("Independence", 7, 20, false),
        ("Boyaca", 8, 7, false),
        ("Assumption", 8, 15, true),
        ("Diversity", 10, 12, true),
        ("AllSaints", 11, 1, true),
        ("Cartagena", 11, 11, true),
        ("ImmaculateConception", 12, 8, false),
        ("Christmas", 12, 25, false),
    ];

    private static readonly (string Name, int DaysAfterEaster, bool Moves)[] Movable =
    [
        ("HolyThursday", -3, false),
        ("GoodFriday", -2, false),
        ("Ascension", 39, true),
        ("CorpusChristi", 60, true),
        ("SacredHeart", 68, true),
    ];

    /// <summary>
    /// The eighteen holidays of a year by date. They are eighteen names but seventeen days if Easter falls on 19 April or later: the Sacred Heart and Saints
    /// Peter and Paul then share a Monday.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is not from 1984 to 9999.</exception>
    public static IReadOnlyList<Holiday> Of(int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, FirstYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, LastYear);
        var easter = Easter.Of(year);
        return
        [
            .. Fixed.Select(feast => Place(feast.Name, new DateOnly(year, feast.Month, feast.Day), feast.Moves))
                .Concat(Movable.Select(feast => Place(feast.Name, easter.AddDays(feast.DaysAfterEaster), feast.Moves)))
                .OrderBy(holiday => holiday.Date),
        ];
    }

    /// <summary>The holidays on a day: none, one, or two that share it.</summary>
    public static IReadOnlyList<Holiday> On(DateOnly day) => [.. Of(day.Year).Where(holiday => holiday.Date == day)];

    private static Holiday Place(string name, DateOnly feast, bool moves) =>
        new(moves ? NextMonday(feast) : feast, feast, CalendarTexts.Get(name), name);

    private static DateOnly NextMonday(DateOnly day) => day.AddDays((DayOfWeek.Monday - day.DayOfWeek + 7) % 7);
}
