using Microsoft.SemanticKernel;

namespace AzuSena.Plugins.External;

/// <summary>The result of loading a plugin's folder, with its functions if it was loaded.</summary>
internal sealed record LoadedPlugin(PluginStatus Status, KernelPlugin? Plugin = null);
