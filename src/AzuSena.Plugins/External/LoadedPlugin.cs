using AzuSena.Plugins.Routing;
using Microsoft.SemanticKernel;

namespace AzuSena.Plugins.External;

/// <summary>The result of loading a plugin's folder.</summary>
/// <param name="Status">What became of it.</param>
/// <param name="Plugin">Its functions, if it was loaded.</param>
/// <param name="Offered">The names of those that programs may call directly.</param>
/// <param name="Answers">The questions that its functions answer.</param>
internal sealed record LoadedPlugin(
    PluginStatus Status, KernelPlugin? Plugin = null, IReadOnlyList<string>? Offered = null, PluginAnswers? Answers = null);
