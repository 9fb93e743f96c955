using AzuSena.Plugins.External;
using Microsoft.Extensions.Logging;

namespace AzuSena.Plugins;

/// <summary>Runs the examples of a built-in plugin (<c>examples.json</c> beside its class) before it is loaded, as those of one from outside.</summary>
public sealed class BuiltInTrial(PluginLoader loader, ILogger<BuiltInTrial> log)
{
    /// <summary>Loads the plugin, unless an example gives another result.</summary>
    /// <param name="plugin">The plugin.</param>
    /// <param name="cancellationToken">Cancels the examples.</param>
    internal async Task<LoadedPlugin> RunAsync(BuiltInPlugin plugin, CancellationToken cancellationToken)
    {
        var status = new PluginStatus(plugin.Name, PluginOrigin.BuiltIn, PluginState.Loaded, Functions: plugin.Plugin.FunctionNames());
        try
        {
            using var examples = plugin.Type?.Assembly.GetManifestResourceStream($"AzuSena.{plugin.Type.Namespace!.Split('.')[^1]}.examples.json");
            if (examples is not null)
            {
                await loader.ProveAsync(plugin.Plugin, plugin.Answers, PluginManifestReader.ReadExamples(examples), cancellationToken);
            }

            return new LoadedPlugin(status, plugin.Plugin, Answers: plugin.Answers);
        }
        catch (PluginRefusedException exception) when (plugin.Name != PluginCatalog.Required)
        {
            Log.BuiltInRefused(log, exception, plugin.Name, exception.Message);
            return new LoadedPlugin(
                status with { State = PluginState.Refused, Functions = [], Reason = exception.Reason, Detail = exception.Message });
        }
    }
}
