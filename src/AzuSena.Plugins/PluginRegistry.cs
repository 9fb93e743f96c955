using AzuSena.Plugins.External;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;

namespace AzuSena.Plugins;

/// <summary>
/// The plugins that kernels get, and what became of the others. They are loaded once: by <see cref="LoadAsync"/> when the service starts, else when the
/// first kernel is made. Safe for concurrent use.
/// </summary>
public sealed class PluginRegistry
{
    private readonly IReadOnlyList<KernelPlugin> _builtIn;
    private readonly ExternalPlugins _external;
    private readonly Lazy<Task<PluginSet>> _set;

    /// <summary>Makes the registry; nothing is loaded yet.</summary>
    public PluginRegistry(IEnumerable<KernelPlugin> builtIn, PluginSwitches switches, ExternalPlugins external, ILogger<PluginRegistry> log)
    {
        _builtIn = [.. builtIn];
        _external = external;
        _set = new(() => Task.Run(() => ComposeAsync(switches, log)));
    }

    /// <summary>The plugins that are switched on, those of the product first.</summary>
    /// <exception cref="Settings.SettingsException">A switch in the configuration cannot be used.</exception>
    public IReadOnlyList<KernelPlugin> Plugins => _set.Value.GetAwaiter().GetResult().Plugins;

    /// <summary>Loads the plugins, where that has not been done, and says what became of each. A bad external plugin is refused, never thrown about.</summary>
    /// <exception cref="Settings.SettingsException">A switch in the configuration cannot be used.</exception>
    public async Task<IReadOnlyList<PluginStatus>> LoadAsync() => (await _set.Value).Statuses;

    /// <summary>Tries external plugins, without adding them to anything.</summary>
    /// <param name="folder">The folder of one; null for all those of PLUGINS_DIR.</param>
    public async Task<IReadOnlyList<PluginStatus>> CheckAsync(string? folder)
    {
        var statuses = new List<PluginStatus>();
        await foreach (var loaded in _external.LoadAsync(TakenNames(), again: true, folder))
        {
            statuses.Add(loaded.Status);
        }

        return statuses;
    }

    private HashSet<string> TakenNames() => _builtIn.Select(plugin => plugin.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private async Task<PluginSet> ComposeAsync(PluginSwitches switches, ILogger log)
    {
        var statuses = _builtIn.Select(plugin => switches.IsEnabled(plugin.Name)
            ? new PluginStatus(plugin.Name, PluginOrigin.BuiltIn, PluginState.Loaded, Functions: plugin.FunctionNames())
            : new PluginStatus(plugin.Name, PluginOrigin.BuiltIn, PluginState.Disabled)).ToList();
        var plugins = _builtIn.Where((_, index) => statuses[index].State == PluginState.Loaded).ToList();

        await foreach (var (status, plugin) in _external.LoadAsync(TakenNames(), again: false))
        {
            statuses.Add(status);
            if (plugin is not null)
            {
                plugins.Add(plugin);
            }
        }

        foreach (var name in switches.Unknown(statuses.Select(status => status.Name)))
        {
            Log.UnknownPlugin(log, name);
            statuses.Add(new PluginStatus(name, PluginOrigin.Configuration, PluginState.Unknown, Detail: PluginTexts.Format("PluginUnknown", name)));
        }

        return new PluginSet(plugins, statuses);
    }

    private sealed record PluginSet(IReadOnlyList<KernelPlugin> Plugins, IReadOnlyList<PluginStatus> Statuses);
}
