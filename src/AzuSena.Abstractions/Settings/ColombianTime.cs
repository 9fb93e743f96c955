namespace AzuSena.Settings;

/// <summary>The time in Colombia: what day it is for whoever asks, and when something was for whoever reads it.</summary>
public static class ColombianTime
{
    /// <summary>The zone's IANA name.</summary>
    public const string ZoneId = "America/Bogota";

    // Machines without time zone data (small containers) lack even this one, which has had no summer time since 1993.
    private static readonly TimeSpan Offset = TimeSpan.FromHours(-5);

    /// <summary>The zone; UTC−5 where the machine has no time zone data.</summary>
    public static TimeZoneInfo Zone { get; } = Find(ZoneId);

    /// <summary>The zone with this name; Colombia's where the machine does not know it.</summary>
    public static TimeZoneInfo Find(string id) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone)
            ? zone
            : TimeZoneInfo.CreateCustomTimeZone(ZoneId, Offset, displayName: null, standardDisplayName: null);

    /// <summary>A moment as clocks in Colombia show it.</summary>
    public static DateTimeOffset Of(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Zone);

    /// <summary>Which day it is in Colombia.</summary>
    public static DateOnly ColombianToday(this TimeProvider time) => time.TodayIn(Zone);

    /// <summary>Which day it is in a zone.</summary>
    public static DateOnly TodayIn(this TimeProvider time, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone).DateTime);
}
