using AzuSena.Plugins.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;

namespace AzuSena.Plugins;

/// <summary>Every plugin that the kernel has, a line each.</summary>
public static class PluginCatalog
{
    /// <summary>Adds Semantic Kernel with the plugins.</summary>
    public static IServiceCollection AddAzuSenaPlugins(this IServiceCollection services)
    {
        var kernel = services.AddKernel();
        kernel.Plugins.AddFromType<MemoryPlugin>("memory");
        return services;
    }
}
