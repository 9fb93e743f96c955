using AzuSena.Settings;
using Microsoft.Extensions.Configuration;

namespace AzuSena.Plugins;

/// <summary>The plugin settings: the sections below <c>Plugins</c>, one each, by case-insensitive name.</summary>
public sealed class PluginSwitches(IConfiguration configuration)
{
    /// <summary>The configuration section of the plugins.</summary>
    public const string SectionName = "Plugins";

    private const string EnabledKey = "Enabled";

    private readonly IConfigurationSection _section = configuration.GetSection(SectionName);

    /// <summary>The plugin's own section, for its settings.</summary>
    public IConfigurationSection Section(string name) => _section.GetSection(name);

    /// <summary>Whether the plugin is enabled; the default is true.</summary>
    /// <exception cref="SettingsException">The value is neither true nor false, or the plugin is required.</exception>
    public bool IsEnabled(string name)
    {
        var value = Section(name)[EnabledKey];
        var isEnabled = string.IsNullOrWhiteSpace(value) || (bool.TryParse(value, out var parsed)
            ? parsed
            : throw new SettingsException(PluginTexts.Format("SwitchInvalid", name, value)));
        return isEnabled || name != PluginCatalog.Required ? isEnabled : throw new SettingsException(PluginTexts.Format("PluginRequired", name));
    }

    /// <summary>The names that have a section but are not in <paramref name="known"/>: most often a typing error.</summary>
    public IReadOnlyList<string> Unknown(IEnumerable<string> known) =>
        [.. _section.GetChildren().Select(child => child.Key).Except(known, StringComparer.OrdinalIgnoreCase)];
}
