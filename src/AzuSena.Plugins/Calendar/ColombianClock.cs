using AzuSena.Settings;
using Microsoft.Extensions.Options;

namespace AzuSena.Plugins.Calendar;

/// <summary>The current date in Colombia, or in the configured time zone.</summary>
public sealed class ColombianClock(TimeProvider time, IOptions<CalendarOptions> options)
{
    private readonly TimeZoneInfo _zone = ColombianTime.Find(options.Value.TimeZone);

    /// <summary>Today.</summary>
    public DateOnly Today => time.TodayIn(_zone);
}
