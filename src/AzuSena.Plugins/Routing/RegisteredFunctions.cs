using AzuSena.Answering.Tools;

namespace AzuSena.Plugins.Routing;

/// <summary>The functions of the loaded plugins that answer questions.</summary>
internal sealed class RegisteredFunctions(PluginRegistry registry) : IAnsweringFunctions
{
    /// <inheritdoc/>
    public IReadOnlyList<AnsweringFunction> All => registry.Answering;

    /// <inheritdoc/>
    public string? TitleOf(string toolName) => registry.TitleOf(toolName);
}
