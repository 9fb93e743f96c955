using AzuSena.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace AzuSena.Models.ModelFiles;

/// <summary>Registers <see cref="ModelStore"/>.</summary>
public static class CatalogueServices
{
    /// <summary>Adds the services.</summary>
    public static IServiceCollection AddModelCatalogue(this IServiceCollection services)
    {
        services.AddSettings<ModelsOptions>(ModelsOptions.SectionName).PostConfigure(options =>
            options.Directory = string.IsNullOrEmpty(options.Directory) ? "" : Path.GetFullPath(options.Directory, EnvironmentSettings.Home));
        services.AddSingleton<ModelStore>();
        return services;
    }
}
