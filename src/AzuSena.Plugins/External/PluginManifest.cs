using System.Text.Json;
using AzuSena.Plugins.Routing;

namespace AzuSena.Plugins.External;

/// <summary>The content of <c>plugin.json</c> (its names in snake_case). docs/write-a-plugin.md describes it.</summary>
/// <param name="Name">
/// The name by which prompts and models call it: a lower-case letter, then lower-case letters, digits and <c>_</c>, at most 40 characters.
/// </param>
/// <param name="Version">Its version, as in <c>1.0.0</c>.</param>
/// <param name="Contract">The version of the contract that it implements: <see cref="PluginManifestReader.Contract"/>.</param>
/// <param name="Assembly">The file with the entry type, inside the plugin's folder.</param>
/// <param name="EntryType">Full name of the class.</param>
/// <param name="Description">The plugin's purpose.</param>
/// <param name="Examples">Calls that must return their expected result before the plugin is loaded; at least one.</param>
/// <param name="Offered">The functions that programs may call directly, as tools of the MCP server; null for none.</param>
/// <param name="Title">Its name for people; null for its name.</param>
/// <param name="Answers">The questions that its functions answer; null for none.</param>
internal sealed record PluginManifest(
    string Name,
    string Version,
    int Contract,
    string Assembly,
    string EntryType,
    string Description,
    IReadOnlyList<PluginExample> Examples,
    IReadOnlyList<string>? Offered = null,
    string? Title = null,
    IReadOnlyList<ManifestAnswer>? Answers = null);

/// <summary>One call and its expected result.</summary>
/// <param name="Function">Name of the function.</param>
/// <param name="Arguments">Its arguments by name.</param>
/// <param name="Expected">The result: a text, or the JSON of a result that is not text. Exclusive with <paramref name="Pattern"/>.</param>
/// <param name="Pattern">A regular expression that must match in the result's text.</param>
/// <param name="Question">A question instead of arguments, which the function's patterns must read.</param>
internal sealed record PluginExample(
    string Function,
    IReadOnlyDictionary<string, JsonElement>? Arguments = null,
    JsonElement? Expected = null,
    string? Pattern = null,
    string? Question = null);
