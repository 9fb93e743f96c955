using AzuSena.Settings;
using Microsoft.Extensions.Configuration;

namespace AzuSena.Plugins;

/// <summary>What the configuration says about plugins: the sections below <c>Plugins</c>, one each, by name without regard to case.</summary>
public sealed class PluginSwitches(IConfiguration configuration)
{
    /// <summary>The configuration section that holds those of the plugins.</summary>
    public const string SectionName = "Plugins";

    private const string EnabledKey = "Enabled";

    private readonly IConfigurationSection _section = configuration.GetSection(SectionName);

    /// <summary>The plugin's own section, for its settings.</summary>
    public IConfigurationSection Section(string name) => _section.GetSection(name);

    /// <summary>Whether the plugin is switched on, as it is where nothing is said.</summary>
    /// <exception cref="SettingsException">The value is neither true nor false, or the plugin cannot be done without.</exception>
    public bool IsEnabled(string name)
    {
        var value = Section(name)[EnabledKey];
        var isEnabled = string.IsNullOrWhiteSpace(value) || (bool.TryParse(value, out var parsed)
            ? parsed
            : throw new SettingsException(PluginTexts.Format("SwitchInvalid", name, value)));
        return isEnabled || name != PluginCatalog.Required ? isEnabled : throw new SettingsException(PluginTexts.Format("PluginRequired", name));
    }

    /// <summary>The names that have a section and are none of <paramref name="known"/>: most often a slip of the pen.</summary>
    public IReadOnlyList<string> Unknown(IEnumerable<string> known) =>
        [.. _section.GetChildren().Select(child => child.Key).Except(known, StringComparer.OrdinalIgnoreCase)];
}
