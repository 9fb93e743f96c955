using AzuSena.Answering.Tools.Slots;
using AzuSena.Plugins.Calendar;
using AzuSena.Plugins.Calendar.Slots;
using AzuSena.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace AzuSena.Plugins;

/// <summary>Registers the plugin <c>calendar</c>.</summary>
public static class CalendarServices
{
    /// <summary>Adds the plugin and its settings.</summary>
    public static IServiceCollection AddCalendar(this IServiceCollection services)
    {
        services.AddSettings<CalendarOptions>(CalendarOptions.SectionName);
        services.AddSingleton<ColombianClock>();
        services.AddSingleton<ISlotReader, DateSlots>();
        return services.AddPlugin<CalendarPlugin>("calendar");
    }
}
