using System.Diagnostics;
using AzuSena.Processes;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.Client;

namespace AzuSena.Plugins.Servers;

/// <summary>The connection with one MCP server. One that ended is made again at the next call, but not more often than its pause allows.</summary>
internal sealed class McpConnection(string name, McpServerSettings settings, TimeProvider time, ILoggerFactory loggers) : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _connecting = new(1);
    private McpClient? _client;
    private long? _failed;

    private TimeSpan Limit => TimeSpan.FromSeconds(settings.TimeoutSeconds);

    /// <summary>The connected client.</summary>
    /// <exception cref="IOException">The server was gone a moment ago.</exception>
    public async Task<McpClient> GetAsync(CancellationToken cancellationToken)
    {
        await _connecting.WaitAsync(cancellationToken);
        try
        {
            if (_client is { Completion.IsCompleted: false } open)
            {
                return open;
            }

            if (_failed is { } at && time.GetElapsedTime(at) < Pause)
            {
                throw new IOException($"The MCP server {name} cannot be reached.");
            }

            await CloseAsync();
            try
            {
                return _client = await ConnectAsync(cancellationToken);
            }
            catch (Exception) when (!cancellationToken.IsCancellationRequested)
            {
                _failed = time.GetTimestamp();
                throw;
            }
        }
        finally
        {
            _connecting.Release();
        }
    }

    /// <summary>Gives up a client whose server is gone, so that the next call connects again.</summary>
    public async Task LeaveAsync(McpClient client)
    {
        await _connecting.WaitAsync();
        try
        {
            if (_client == client)
            {
                await CloseAsync();
            }
        }
        finally
        {
            _connecting.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _connecting.Dispose();
    }

    private async Task CloseAsync()
    {
        if (_client is { } old)
        {
            _client = null;
            await old.DisposeAsync();
        }
    }

    // A server that never answers is left, with the program that was started for it.
    private async Task<McpClient> ConnectAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await McpClient.CreateAsync(Transport(), new McpClientOptions { InitializationTimeout = Limit }, loggers, either.Token);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"The MCP server {name} did not answer within {settings.TimeoutSeconds} s.", exception);
        }
    }

    private IClientTransport Transport()
    {
        if (settings.Url is { } url)
        {
            return new HttpClientTransport(
                new HttpClientTransportOptions { Endpoint = url, Name = name, AdditionalHeaders = settings.Headers, ConnectionTimeout = Limit }, loggers);
        }

        var words = settings.Command!.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new StdioClientTransport(
            new StdioClientTransportOptions
            {
                Name = name,
                Command = words[0],
                Arguments = [.. words.Skip(1), .. settings.Arguments],
                InheritEnvironmentVariables = false,
                EnvironmentVariables = Variables(),
            },
            loggers);
    }

    // What a program needs to start; the service's settings hold keys.
    private Dictionary<string, string?> Variables()
    {
        var start = new ProcessStartInfo();
        new ChildEnvironment("NODE_*", "DOTNET_*").ApplyTo(start);
        var variables = new Dictionary<string, string?>(start.Environment, StringComparer.Ordinal);
        foreach (var (key, value) in settings.Environment)
        {
            variables[key] = value;
        }

        return variables;
    }
}
