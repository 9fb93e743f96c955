using AzuSena.Settings;
using Microsoft.Extensions.Options;

namespace AzuSena.Plugins.Calendar;

/// <summary>Which day it is in Colombia, or in the zone that the operator chose.</summary>
public sealed class ColombianClock(TimeProvider time, IOptions<CalendarOptions> options)
{
    private readonly TimeZoneInfo _zone = ColombianTime.Find(options.Value.TimeZone);

    /// <summary>Today.</summary>
    public DateOnly Today => time.TodayIn(_zone);
}
