using Microsoft.SemanticKernel;

namespace AzuSena.Plugins;

/// <summary>The names of functions in prompts: <c>calendar.today</c>.</summary>
internal static class PluginNames
{
    public static IReadOnlyList<string> FunctionNames(this KernelPlugin plugin) =>
        [.. plugin.Select(function => $"{plugin.Name}.{function.Name}").Order(StringComparer.Ordinal)];
}
