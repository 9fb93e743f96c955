using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;

namespace AzuSena.Plugins;

/// <summary>Registers one built-in plugin.</summary>
public static class PluginServices
{
    /// <summary>
    /// Adds a plugin under the name by which prompts and models call it. One instance serves all questions, so it must hold no state; its dependencies are
    /// injected. <c>Plugins__{name}__Enabled=false</c> switches it off.
    /// </summary>
    /// <typeparam name="T">A sealed class whose functions carry <c>[KernelFunction]</c> and <c>[Description]</c>.</typeparam>
    public static IServiceCollection AddPlugin<T>(this IServiceCollection services, string name)
        where T : class
    {
        services.AddSingleton<T>();
        services.AddSingleton(OfferedFunctions.Of<T>(name));
        services.AddSingleton(new BuiltInClass(name, typeof(T)));
        services.AddSingleton(provider => KernelPluginFactory.CreateFromObject(provider.GetRequiredService<T>(), name, provider.GetService<ILoggerFactory>()));
        return services;
    }
}
