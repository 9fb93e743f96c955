using Microsoft.SemanticKernel;

namespace AzuSena.Plugins.External;

/// <summary>What became of a plugin's folder, and its functions where it was loaded.</summary>
internal sealed record LoadedPlugin(PluginStatus Status, KernelPlugin? Plugin = null);
