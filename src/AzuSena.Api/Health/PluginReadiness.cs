using System.Text.Json;
using AzuSena.Plugins;

namespace AzuSena.Api.Health;

/// <summary>A plugin as shown in <c>/health/ready</c>. The reason for a refusal is a code here: the sentence, which may name files, is in the log.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">The version in its manifest; absent for built-in plugins.</param>
/// <param name="State"><c>loaded</c>, <c>disabled</c>, <c>refused</c> or <c>unknown</c>.</param>
/// <param name="Reason">Why it was refused, such as <c>example_failed</c>.</param>
internal sealed record PluginReadiness(string Name, string? Version, string State, string? Reason)
{
    /// <summary>All plugins. They are loaded before the service listens.</summary>
    public static async Task<IReadOnlyList<PluginReadiness>> OfAsync(PluginRegistry plugins) => [.. (await plugins.LoadAsync()).Select(plugin =>
        new PluginReadiness(plugin.Name, plugin.Version, Code(plugin.State), plugin.Reason is { } reason ? Code(reason) : null))];

    private static string Code<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
