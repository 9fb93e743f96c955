using Microsoft.Extensions.Options;

namespace AzuSena.Plugins.Calendar;

/// <summary>Which day it is in Colombia.</summary>
public sealed class ColombianClock(TimeProvider time, IOptions<CalendarOptions> options)
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(-5);

    private readonly TimeZoneInfo _zone = Find(options.Value.TimeZone);

    /// <summary>Today.</summary>
    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), _zone).DateTime);

    // Machines without time zone data (small containers) lack even Bogotá, which has had no summer time since 1993.
    private static TimeZoneInfo Find(string id) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : TimeZoneInfo.CreateCustomTimeZone(CalendarOptions.DefaultTimeZone, Offset, displayName: null, standardDisplayName: null);
}
