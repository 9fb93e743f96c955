using System.Text.Json;

namespace AzuSena.Plugins.External;

/// <summary>What <c>plugin.json</c> says of a plugin (its names in snake_case). docs/write-a-plugin.md describes it.</summary>
/// <param name="Name">The name that prompts and models call it by: a small letter, then small letters, digits and <c>_</c>, 40 at most.</param>
/// <param name="Version">Its version, as in <c>1.0.0</c>.</param>
/// <param name="Contract">The version of this contract that it keeps to: <see cref="PluginManifestReader.Contract"/>.</param>
/// <param name="Assembly">The file that holds the entry type, inside the plugin's folder.</param>
/// <param name="EntryType">Full name of the class.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Examples">Calls that it must answer as said before it is loaded; one at least.</param>
internal sealed record PluginManifest(
    string Name,
    string Version,
    int Contract,
    string Assembly,
    string EntryType,
    string Description,
    IReadOnlyList<PluginExample> Examples);

/// <summary>One call and what must come of it.</summary>
/// <param name="Function">Name of the function.</param>
/// <param name="Arguments">Its arguments by name.</param>
/// <param name="Expected">The result: a text, or the JSON of what is no text. Either this or <paramref name="Pattern"/>.</param>
/// <param name="Pattern">A regular expression that is found in the result's text.</param>
internal sealed record PluginExample(string Function, IReadOnlyDictionary<string, JsonElement>? Arguments = null, JsonElement? Expected = null, string? Pattern = null);
