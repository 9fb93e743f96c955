using System.Collections.Concurrent;
using AzuSena.Api.Chat.Protocols;
using AzuSena.Hosting;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.Options;

namespace AzuSena.Api.Chat;

/// <summary>The live connections of the hub, which can be closed with a close message: SignalR itself aborts them when the host stops.</summary>
/// <remarks>Safe for concurrent use.</remarks>
internal sealed class ChatConnections(IOptions<HubOptions> options, ILogger<DefaultHubLifetimeManager<ChatHub>> log) : DefaultHubLifetimeManager<ChatHub>(log)
{
    // Clients that support it reconnect automatically: another process may be running by then.
    private static readonly CloseMessage Farewell = new(error: null, allowReconnect: true);

    private readonly ConcurrentDictionary<HubConnectionContext, ConnectionProtocol> _connections = new();
    private readonly WaitGroup _open = new();

    /// <inheritdoc/>
    public override Task OnConnectedAsync(HubConnectionContext connection)
    {
        var protocol = new ConnectionProtocol(connection.Protocol, connection, options.Value.MaximumReceiveMessageSize ?? long.MaxValue);
        connection.Protocol = protocol;
        _connections[connection] = protocol;
        _open.Add();
        return base.OnConnectedAsync(connection);
    }

    /// <inheritdoc/>
    public override Task OnDisconnectedAsync(HubConnectionContext connection)
    {
        if (_connections.TryRemove(connection, out _))
        {
            _open.Done();
        }

        return base.OnDisconnectedAsync(connection);
    }

    /// <summary>Closes every connection once all its calls have completed, and waits until the clients have disconnected.</summary>
    public async Task CloseAllAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAll(_connections.Select(open => CloseAsync(open.Key, open.Value, cancellationToken)));
        await _open.WhenNoneAsync().WaitAsync(cancellationToken);
    }

    private static async Task CloseAsync(HubConnectionContext connection, ConnectionProtocol protocol, CancellationToken cancellationToken)
    {
        await protocol.WhenNoCallsAsync().WaitAsync(cancellationToken);
        await connection.WriteAsync(Farewell, cancellationToken);
    }
}
