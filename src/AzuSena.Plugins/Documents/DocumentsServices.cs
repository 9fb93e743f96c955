using AzuSena.Plugins.Documents;
using Microsoft.Extensions.DependencyInjection;

namespace AzuSena.Plugins;

/// <summary>Registers the plugin <c>documents</c>.</summary>
public static class DocumentsServices
{
    /// <summary>Adds the plugin.</summary>
    public static IServiceCollection AddDocuments(this IServiceCollection services) => services.AddPlugin<DocumentsPlugin>("documents");
}
