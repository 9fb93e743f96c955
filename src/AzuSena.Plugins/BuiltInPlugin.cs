using AzuSena.Plugins.Routing;
using Microsoft.SemanticKernel;

namespace AzuSena.Plugins;

/// <summary>The class of a plugin of the product.</summary>
/// <param name="Name">The plugin's name.</param>
/// <param name="Type">The class, which says what its functions answer.</param>
public sealed record BuiltInClass(string Name, Type Type);

/// <summary>A plugin of the product.</summary>
/// <param name="Plugin">Its functions.</param>
/// <param name="Answers">The questions that they answer.</param>
/// <param name="Type">Its class, beside which its examples are; null if it has none.</param>
internal sealed record BuiltInPlugin(KernelPlugin Plugin, PluginAnswers Answers, Type? Type)
{
    /// <summary>Its name.</summary>
    public string Name => Plugin.Name;

    /// <summary>Joins a plugin and its class.</summary>
    public static BuiltInPlugin Of(KernelPlugin plugin, IEnumerable<BuiltInClass> classes)
    {
        var type = classes.LastOrDefault(known => known.Name == plugin.Name)?.Type;
        return new BuiltInPlugin(plugin, type is null ? PluginAnswers.None : PluginAnswers.Of(type, plugin), type);
    }
}
