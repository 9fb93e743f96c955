using AzuSena.Prompts.Texts;
using AzuSena.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace AzuSena.Prompts;

/// <summary>Registers the prompts.</summary>
public static class PromptServices
{
    /// <summary>Adds <see cref="PromptLibrary"/> and, in a host, its reloading.</summary>
    public static IServiceCollection AddPrompts(this IServiceCollection services)
    {
        services.AddSettings<PromptOptions>(PromptOptions.SectionName)
            .PostConfigure(options =>
            {
                options.Directory = Path.GetFullPath(options.Directory, EnvironmentSettings.Home);
                options.VerdictsDirectory = Path.GetFullPath(options.VerdictsDirectory, EnvironmentSettings.Home);
            });
        services.AddSingleton<PromptLibrary>();
        services.AddSingleton<InstitutionTexts>();
        services.AddHostedService<PromptReloading>();
        return services;
    }
}
