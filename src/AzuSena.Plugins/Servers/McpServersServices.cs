using AzuSena.Plugins.Servers;
using AzuSena.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace AzuSena.Plugins;

/// <summary>Registers the MCP servers of the settings as plugins.</summary>
public static class McpServersServices
{
    /// <summary>Adds the servers and their settings.</summary>
    public static IServiceCollection AddMcpServers(this IServiceCollection services)
    {
        services.AddSettings<McpServersOptions>(McpServersOptions.SectionName);
        return services.AddSingleton<McpServerPlugins>();
    }
}
