using AzuSena.Answering.Tools.Slots;
using AzuSena.Plugins.Sena;
using Microsoft.Extensions.DependencyInjection;

namespace AzuSena.Plugins;

/// <summary>Registers the plugin <c>sena</c>.</summary>
public static class SenaServices
{
    /// <summary>Adds the plugin.</summary>
    public static IServiceCollection AddSena(this IServiceCollection services) => services
        .AddSingleton<YearlyConstants>()
        .AddSingleton<ISlotReader, PlaceSlots>()
        .AddPlugin<SenaPlugin>("sena");
}
