using System.Runtime.CompilerServices;
using AzuSena.Plugins.External;
using AzuSena.Plugins.Routing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel;
using ModelContextProtocol.Client;

namespace AzuSena.Plugins.Servers;

/// <summary>The MCP servers of the settings, each as a plugin. A server that cannot be reached costs its tools, and nothing else.</summary>
public sealed class McpServerPlugins(
    IOptions<McpServersOptions> options, PluginSwitches switches, TimeProvider time, ILoggerFactory loggers, ILogger<McpServerPlugins> log) : IAsyncDisposable
{
    private readonly List<McpConnection> _connections = [];

    /// <summary>Whether there is a server to connect with.</summary>
    internal bool HasAny() => options.Value.Servers.Count > 0;

    /// <summary>Connects with the servers at the same time, and yields them in the order of their names.</summary>
    /// <param name="taken">The names of the other plugins.</param>
    /// <param name="cancellationToken">Cancels the connecting.</param>
    internal async IAsyncEnumerable<LoadedPlugin> LoadAsync(IReadOnlyCollection<string> taken, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var loading = options.Value.Servers.OrderBy(server => server.Key, StringComparer.Ordinal)
            .Select(server => LoadAsync(server.Key, server.Value, taken, cancellationToken))
            .ToList();
        foreach (var server in loading)
        {
            yield return await server;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var connection in _connections)
        {
            await connection.DisposeAsync();
        }
    }

    private async Task<LoadedPlugin> LoadAsync(
        string name, McpServerSettings settings, IReadOnlyCollection<string> taken, CancellationToken cancellationToken)
    {
        var status = new PluginStatus(name, PluginOrigin.Server, PluginState.Refused);
        if (!switches.IsEnabled(name))
        {
            return new LoadedPlugin(status with { State = PluginState.Disabled });
        }

        if (taken.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            return Refuse(RefusalReason.NameTaken, cause: null, PluginTexts.Format("NameTaken", name));
        }

        var connection = new McpConnection(name, settings, time, loggers);
        lock (_connections)
        {
            _connections.Add(connection);
        }

        try
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(settings.TimeoutSeconds), time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
            var client = await connection.GetAsync(either.Token);
            var tools = await client.ListToolsAsync(cancellationToken: either.Token).AsTask().WaitAsync(either.Token);
            var functions = tools.Where(tool => settings.Allowed.Contains(tool.Name))
                .Select(tool => FunctionOf(tool, connection, settings))
                .OfType<KernelFunction>();
            var plugin = KernelPluginFactory.CreateFromFunctions(name, functions.DistinctBy(function => function.Name));
            var answers = PluginAnswers.Of(
                plugin,
                settings.Title ?? name,
                settings.Answers.Select(answer => answer.Value.For(McpFunction.NameOf(answer.Key))).Where(answer => plugin.Contains(answer.Function)));
            var version = client.ServerInfo?.Version;
            var loaded = status with { State = PluginState.Loaded, Version = version, Functions = plugin.FunctionNames() };
            Log.PluginLoaded(log, name, version ?? "", loaded.Functions.Count);
            return new LoadedPlugin(loaded, plugin, Answers: answers);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            var reason = exception is FormatException ? RefusalReason.ManifestInvalid : RefusalReason.ServerUnavailable;
            return Refuse(reason, exception, PluginTexts.Format(exception is FormatException ? "ManifestAnswers" : "ServerUnavailable", exception.Message));
        }

        LoadedPlugin Refuse(RefusalReason reason, Exception? cause, string detail)
        {
            Log.ServerRefused(log, cause, name, reason, detail);
            return new LoadedPlugin(status with { Reason = reason, Detail = detail });
        }
    }

    private KernelFunction? FunctionOf(McpClientTool tool, McpConnection connection, McpServerSettings settings)
    {
        try
        {
            return McpFunction.Of(tool, connection, settings, time);
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException or System.Text.Json.JsonException)
        {
            Log.ToolRefused(log, exception, tool.Name);
            return null;
        }
    }
}
