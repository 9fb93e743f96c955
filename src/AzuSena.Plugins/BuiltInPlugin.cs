using AzuSena.Plugins.Routing;
using Microsoft.SemanticKernel;

namespace AzuSena.Plugins;

/// <summary>A plugin of the product.</summary>
/// <param name="Plugin">Its functions.</param>
/// <param name="Answers">The questions that they answer.</param>
/// <param name="Type">Its class, beside which its examples are.</param>
public sealed record BuiltInPlugin(KernelPlugin Plugin, PluginAnswers Answers, Type Type)
{
    /// <summary>Its name.</summary>
    public string Name => Plugin.Name;
}
