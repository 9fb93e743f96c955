using AzuSena.Plugins.External;
using AzuSena.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace AzuSena.Plugins;

/// <summary>Registers the loading of external plugins.</summary>
public static class ExternalPluginServices
{
    /// <summary>Adds the plugin folder and its settings.</summary>
    public static IServiceCollection AddExternalPlugins(this IServiceCollection services)
    {
        services.AddSettings<ExternalPluginOptions>(ExternalPluginOptions.SectionName)
            .PostConfigure(options => options.Directory = Path.GetFullPath(options.Directory, EnvironmentSettings.Home));
        services.AddSingleton<PluginLoader>();
        services.AddSingleton<ExternalPlugins>();
        return services;
    }
}
