namespace AzuSena.Settings;

/// <summary>Dates and times in the Colombian time zone.</summary>
public static class ColombianTime
{
    /// <summary>The zone's IANA name.</summary>
    public const string ZoneId = "America/Bogota";

    // Machines without time zone data (small containers) lack this zone, which has had no daylight saving time since 1993.
    private static readonly TimeSpan Offset = TimeSpan.FromHours(-5);

    /// <summary>The zone; UTC−5 if the machine has no time zone data.</summary>
    public static TimeZoneInfo Zone { get; } = Find(ZoneId);

    /// <summary>The zone with this name; Colombia's if the machine does not know it.</summary>
    public static TimeZoneInfo Find(string id) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone)
            ? zone
            : TimeZoneInfo.CreateCustomTimeZone(ZoneId, Offset, displayName: null, standardDisplayName: null);

    /// <summary>Converts a moment to Colombian local time.</summary>
    public static DateTimeOffset Of(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Zone);

    /// <summary>The current date in Colombia.</summary>
    public static DateOnly ColombianToday(this TimeProvider time) => time.TodayIn(Zone);

    /// <summary>The current date in a zone.</summary>
    public static DateOnly TodayIn(this TimeProvider time, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone).DateTime);
}
