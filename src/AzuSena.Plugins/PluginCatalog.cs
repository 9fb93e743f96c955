using AzuSena.Answering.Tools;
using AzuSena.Plugins.Memory;
using AzuSena.Plugins.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;

namespace AzuSena.Plugins;

/// <summary>The kernel's plugins, one per line, followed by those of the folder that PLUGINS_DIR names.</summary>
public static class PluginCatalog
{
    /// <summary>The plugin without which no question can be answered; it cannot be switched off.</summary>
    public const string Required = "memory";

    /// <summary>Adds Semantic Kernel with the plugins.</summary>
    public static IServiceCollection AddAzuSenaPlugins(this IServiceCollection services)
    {
        services
            .AddPlugin<MemoryPlugin>("memory")
            .AddCalendar()
            .AddSena()
            .AddDocuments()
            .AddExternalPlugins()
            .AddMcpServers();

        services.AddSingleton<PluginSwitches>();
        services.AddSingleton<BuiltInTrial>();
        services.AddSingleton<PluginRegistry>();
        services.AddSingleton<IAnsweringFunctions, RegisteredFunctions>();

        // One kernel per process, not per request as with AddKernel: an answer may outlive the request that asked for it.
        services.AddSingleton(provider => new Kernel(provider, new KernelPluginCollection(provider.GetRequiredService<PluginRegistry>().Plugins)));
        return services;
    }
}
