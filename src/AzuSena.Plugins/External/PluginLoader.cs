using System.Collections.Concurrent;
using AzuSena.Answering.Tools.Slots;
using AzuSena.Plugins.Routing;
using AzuSena.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel;

namespace AzuSena.Plugins.External;

/// <summary>
/// Loads the plugin in one folder: manifest, versions, class, functions, and last its own examples, each of which must give its expected result. A plugin that
/// fails a step is refused with the reason; no exception of a plugin leaves this class.
/// </summary>
public sealed class PluginLoader(
    IOptions<ExternalPluginOptions> options,
    IOptions<DataOptions> memory,
    PluginSwitches switches,
    IEnumerable<ISlotReader> readers,
    TimeProvider time,
    ILoggerFactory loggers,
    ILogger<PluginLoader> log)
{
    // A collectible context without references is unloaded at the next collection, and a plugin in use could then load no more of its assemblies.
    private readonly ConcurrentBag<PluginLoadContext> _serving = [];
    private readonly PluginTrials _trials = new(Path.Combine(memory.Value.DataDirectory, "plugin-trials"));
    private readonly TimeLimit _limit = new(time, TimeSpan.FromSeconds(options.Value.TimeoutSeconds));

    /// <summary>Loads the plugin.</summary>
    /// <param name="folder">The plugin's folder.</param>
    /// <param name="taken">Names already used by other plugins.</param>
    /// <param name="again">Whether to retry a plugin that ended the process before.</param>
    /// <param name="cancellationToken">Cancels the loading, even if the plugin hangs.</param>
    internal async Task<LoadedPlugin> LoadAsync(string folder, IReadOnlyCollection<string> taken, bool again, CancellationToken cancellationToken)
    {
        var status = new PluginStatus(Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)), PluginOrigin.External, PluginState.Refused);
        try
        {
            var manifest = PluginManifestReader.Read(folder);
            status = status with { Name = manifest.Name, Version = manifest.Version };
            if (taken.Contains(manifest.Name, StringComparer.OrdinalIgnoreCase))
            {
                throw PluginRefusedException.For(RefusalReason.NameTaken, cause: null, manifest.Name);
            }

            if (!switches.IsEnabled(manifest.Name))
            {
                return new LoadedPlugin(status with { State = PluginState.Disabled });
            }

            var (plugin, answers) = await LoadAsync(folder, manifest, again, cancellationToken);
            var loaded = status with { State = PluginState.Loaded, Functions = plugin.FunctionNames() };
            Log.PluginLoaded(log, loaded.Name, manifest.Version, loaded.Functions.Count);
            return new LoadedPlugin(loaded, plugin, manifest.Offered, answers);
        }
        catch (PluginRefusedException exception)
        {
            return Refuse(exception);
        }
        catch (Exception exception) when (exception is not SettingsException && !cancellationToken.IsCancellationRequested)
        {
            // Whatever the exception is, the other plugins must still be loaded.
            return Refuse(PluginRefusedException.For(RefusalReason.StartFailed, exception, exception.Message));
        }

        LoadedPlugin Refuse(PluginRefusedException refusal)
        {
            Log.PluginRefused(log, refusal, folder, refusal.Reason, refusal.Message);
            return new LoadedPlugin(status with { Reason = refusal.Reason, Detail = refusal.Message });
        }
    }

    private async Task<(KernelPlugin Plugin, PluginAnswers Answers)> LoadAsync(
        string folder, PluginManifest manifest, bool again, CancellationToken cancellationToken)
    {
        var assemblyPath = PluginPath.Inside(folder, manifest.Assembly);
        SharedVersionCheck.Run(assemblyPath);
        using var trial = _trials.Begin(manifest.Name, assemblyPath, again);
        var context = new PluginLoadContext(manifest.Name, folder, assemblyPath);
        try
        {
            var plugin = await _limit.RunAsync(
                _ => Task.FromResult(Start(context, assemblyPath, manifest)),
                () => PluginRefusedException.For(RefusalReason.StartTimedOut, cause: null, options.Value.TimeoutSeconds),
                cancellationToken);
            PluginManifestReader.CheckOffered(manifest, plugin);
            var answers = PluginManifestReader.AnswersOf(manifest, plugin);
            await ProveAsync(plugin, answers, manifest.Examples, cancellationToken);
            _serving.Add(context);
            return (plugin, answers);
        }
        catch
        {
            context.Unload();
            throw;
        }
    }

    private KernelPlugin Start(PluginLoadContext context, string assemblyPath, PluginManifest manifest)
    {
        try
        {
            var instance = PluginActivator.Create(context.LoadFromAssemblyPath(assemblyPath), manifest.EntryType, ServicesFor(manifest.Name));
            return PluginActivator.Describe(instance, manifest.Name);
        }
        catch (Exception exception) when (exception is not PluginRefusedException)
        {
            var cause = (exception as System.Reflection.TargetInvocationException)?.InnerException ?? exception;
            throw PluginRefusedException.For(RefusalReason.StartFailed, cause, cause.Message);
        }
    }

    /// <summary>Runs examples, each within the time limit.</summary>
    /// <exception cref="PluginRefusedException">One of them fails.</exception>
    internal async Task ProveAsync(
        KernelPlugin plugin, PluginAnswers answers, IReadOnlyList<PluginExample> examples, CancellationToken cancellationToken)
    {
        var run = new PluginExampleRun(plugin, answers, [.. readers]);
        foreach (var (index, example) in examples.Index())
        {
            var number = index + 1;
            await _limit.RunAsync(
                async limited =>
                {
                    await run.RunAsync(example, number, limited);
                    return number;
                },
                () => PluginRefusedException.For(RefusalReason.ExampleTimedOut, cause: null, number, example.Function, options.Value.TimeoutSeconds),
                cancellationToken);
        }
    }

    // Its own configuration section, the clock and loggers are all that a plugin gets.
    private ServiceProvider ServicesFor(string name) => new ServiceCollection()
        .AddSingleton<IConfiguration>(switches.Section(name))
        .AddSingleton(time)
        .AddSingleton(loggers)
        .AddSingleton(typeof(ILogger<>), typeof(Logger<>))
        .BuildServiceProvider();
}
