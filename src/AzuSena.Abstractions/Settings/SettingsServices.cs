using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AzuSena.Settings;

/// <summary>Registers options in a uniform way.</summary>
public static class SettingsServices
{
    /// <summary>Binds options to their section and validates them at startup: first that each value can be converted, then its annotations.</summary>
    public static OptionsBuilder<T> AddSettings<T>(this IServiceCollection services, string section)
        where T : class =>
        services.AddOptions<T>()
            .Configure<IConfiguration>((_, configuration) => SettingValues.Check<T>(configuration, section))
            .BindConfiguration(section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
}
