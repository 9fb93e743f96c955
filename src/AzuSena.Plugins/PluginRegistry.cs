using AzuSena.Answering.Tools;
using AzuSena.Plugins.External;
using AzuSena.Plugins.Routing;
using AzuSena.Plugins.Servers;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;

namespace AzuSena.Plugins;

/// <summary>
/// The plugins of the kernel, and the status of all plugins. <see cref="LoadAsync"/> loads them once, before the kernel is created. Safe for concurrent use.
/// </summary>
public sealed class PluginRegistry : IDisposable
{
    private readonly IReadOnlyList<BuiltInPlugin> _builtIn;
    private readonly Dictionary<string, IReadOnlyList<string>> _offered;
    private readonly PluginSwitches _switches;
    private readonly ExternalPlugins _external;
    private readonly McpServerPlugins _servers;
    private readonly BuiltInTrial _trial;
    private readonly ILogger<PluginRegistry> _log;
    private readonly SemaphoreSlim _loading = new(1);
    private volatile PluginSet? _loaded;

    /// <summary>Creates the registry; nothing is loaded yet.</summary>
    public PluginRegistry(
        IEnumerable<KernelPlugin> builtIn,
        IEnumerable<BuiltInClass> classes,
        IEnumerable<OfferedFunctions> offered,
        PluginSwitches switches,
        ExternalPlugins external,
        McpServerPlugins servers,
        BuiltInTrial trial,
        ILogger<PluginRegistry> log)
    {
        _builtIn = [.. builtIn.Select(plugin => BuiltInPlugin.Of(plugin, classes))];
        _offered = offered.ToDictionary(functions => functions.Plugin, functions => functions.Functions, StringComparer.Ordinal);
        _switches = switches;
        _external = external;
        _servers = servers;
        _trial = trial;
        _log = log;
    }

    /// <summary>The enabled plugins, built-in ones first. Those need no loading.</summary>
    /// <exception cref="InvalidOperationException">There are external plugins, which were not loaded.</exception>
    /// <exception cref="Settings.SettingsException">A switch in the configuration is invalid.</exception>
    public IReadOnlyList<KernelPlugin> Plugins => _loaded?.Plugins ?? (_external.HasAny() || _servers.HasAny()
        ? throw new InvalidOperationException($"Call {nameof(PluginRegistry)}.{nameof(LoadAsync)} before the kernel is used.")
        : [.. Enabled().Select(plugin => plugin.Plugin)]);

    /// <summary>The functions of <see cref="Plugins"/> that say which questions they answer.</summary>
    /// <inheritdoc cref="Plugins" path="/exception"/>
    internal IReadOnlyList<AnsweringFunction> Answering => _loaded?.Answering ?? [.. Enabled().SelectMany(plugin => plugin.Answers.Functions)];

    /// <summary>The name for people of the plugin of a tool; null if it has none.</summary>
    internal string? TitleOf(string toolName) =>
        (_loaded?.Titles ?? TitlesOf(Enabled().Select(plugin => (plugin.Plugin, plugin.Answers)))).GetValueOrDefault(toolName);

    /// <summary>The functions of <see cref="Plugins"/> that programs may call directly, in the same order.</summary>
    /// <inheritdoc cref="Plugins" path="/exception"/>
    public IReadOnlyList<KernelFunction> Offered => _loaded?.Offered ?? OfferedBy(Plugins, external: []);

    /// <summary>
    /// Loads the plugins, unless that has been done, and returns the status of each. A bad external plugin is refused; its exception is not propagated.
    /// </summary>
    /// <param name="cancellationToken">Cancels the loading, even of a plugin that hangs; a later call starts again.</param>
    /// <exception cref="Settings.SettingsException">A switch in the configuration is invalid.</exception>
    public async Task<IReadOnlyList<PluginStatus>> LoadAsync(CancellationToken cancellationToken = default)
    {
        if (_loaded is { } loaded)
        {
            return loaded.Statuses;
        }

        await _loading.WaitAsync(cancellationToken);
        try
        {
            return (_loaded ??= await ComposeAsync(cancellationToken)).Statuses;
        }
        finally
        {
            _loading.Release();
        }
    }

    /// <summary>Tries external plugins, without registering them.</summary>
    /// <param name="folder">The folder of one plugin; null for all those of PLUGINS_DIR.</param>
    /// <param name="cancellationToken">Cancels the check.</param>
    public async Task<IReadOnlyList<PluginStatus>> CheckAsync(string? folder, CancellationToken cancellationToken = default)
    {
        var statuses = new List<PluginStatus>();
        await foreach (var loaded in _external.LoadAsync(TakenNames(), again: true, folder, cancellationToken))
        {
            statuses.Add(loaded.Status);
        }

        return statuses;
    }

    /// <inheritdoc/>
    public void Dispose() => _loading.Dispose();

    private HashSet<string> TakenNames() => _builtIn.Select(plugin => plugin.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private List<BuiltInPlugin> Enabled() => [.. _builtIn.Where(plugin => _switches.IsEnabled(plugin.Name))];

    private async Task<PluginSet> ComposeAsync(CancellationToken cancellationToken)
    {
        var plugins = new List<KernelPlugin>();
        var answers = new List<(KernelPlugin, PluginAnswers)>();
        var statuses = new List<PluginStatus>();
        var offered = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var plugin in _builtIn)
        {
            Add(_switches.IsEnabled(plugin.Name)
                ? await _trial.RunAsync(plugin, cancellationToken)
                : new LoadedPlugin(new PluginStatus(plugin.Name, PluginOrigin.BuiltIn, PluginState.Disabled)));
        }

        await foreach (var loaded in _external.LoadAsync(TakenNames(), again: false, only: null, cancellationToken))
        {
            offered[loaded.Status.Name] = loaded.Offered ?? [];
            Add(loaded);
        }

        await foreach (var loaded in _servers.LoadAsync([.. plugins.Select(plugin => plugin.Name)], cancellationToken))
        {
            Add(loaded);
        }

        foreach (var name in _switches.Unknown(statuses.Select(status => status.Name)))
        {
            Log.UnknownPlugin(_log, name);
            statuses.Add(new PluginStatus(name, PluginOrigin.Configuration, PluginState.Unknown, Detail: PluginTexts.Format("PluginUnknown", name)));
        }

        return new PluginSet(
            plugins, statuses, OfferedBy(plugins, offered), [.. answers.SelectMany(plugin => plugin.Item2.Functions)], TitlesOf(answers));

        void Add(LoadedPlugin loaded)
        {
            statuses.Add(loaded.Status);
            if (loaded.Plugin is { } plugin)
            {
                plugins.Add(plugin);
                answers.Add((plugin, loaded.Answers ?? PluginAnswers.None));
            }
        }
    }

    private static Dictionary<string, string> TitlesOf(IEnumerable<(KernelPlugin Plugin, PluginAnswers Answers)> plugins) => plugins
        .Where(it => it.Answers.Title is not null)
        .SelectMany(it => it.Plugin.Select(function => (Tool: $"{it.Plugin.Name}_{function.Name}", Title: it.Answers.Title!)))
        .DistinctBy(it => it.Tool)
        .ToDictionary(it => it.Tool, it => it.Title, StringComparer.Ordinal);

    private List<KernelFunction> OfferedBy(IReadOnlyList<KernelPlugin> plugins, Dictionary<string, IReadOnlyList<string>> external) =>
    [
        .. from plugin in plugins
           let names = external.GetValueOrDefault(plugin.Name) ?? _offered.GetValueOrDefault(plugin.Name) ?? []
           from name in names
           select plugin[name],
    ];

    private sealed record PluginSet(
        IReadOnlyList<KernelPlugin> Plugins,
        IReadOnlyList<PluginStatus> Statuses,
        IReadOnlyList<KernelFunction> Offered,
        IReadOnlyList<AnsweringFunction> Answering,
        IReadOnlyDictionary<string, string> Titles);
}
