using System.Security.Claims;
using System.Text.Json;
using AzuSena.SocketIo.EngineIo;
using AzuSena.SocketIo.Packets;

namespace AzuSena.SocketIo.Namespaces;

/// <summary>A client in one namespace.</summary>
public sealed class SocketIoSocket
{
    private readonly CancellationTokenSource _disconnected = new();
    private readonly EngineIoSession _session;
    private readonly Acknowledgements _acknowledgements = new();
    private readonly Action<SocketIoSocket> _leave;

    internal SocketIoSocket(
        EngineIoSession session,
        SocketIoNamespace space,
        string id,
        JsonElement auth,
        JsonSerializerOptions json,
        TimeProvider time,
        Action<SocketIoSocket> leave)
    {
        (_session, Space, Id, Auth, Json, Time, _leave) = (session, space, id, auth, json, time, leave);
        User = session.Handshake.User;
        Disconnected = _disconnected.Token;
    }

    /// <summary>Its id in this namespace. Not a secret, unlike the session's.</summary>
    public string Id { get; }

    /// <summary>The namespace's name.</summary>
    public string Namespace => Space.Name;

    /// <summary>Data of the client's first request.</summary>
    public EngineIoHandshake Handshake => _session.Handshake;

    /// <summary>The client's authentication data: an object, or undefined.</summary>
    public JsonElement Auth { get; }

    /// <summary>The client's user; that of the first request until the application changes it.</summary>
    public ClaimsPrincipal User { get; set; }

    /// <summary>Cancelled when the client has left the namespace or was disconnected.</summary>
    public CancellationToken Disconnected { get; }

    internal SocketIoNamespace Space { get; }

    internal JsonSerializerOptions Json { get; }

    private TimeProvider Time { get; }

    /// <summary>
    /// Sends an event. Values are written as JSON, but <c>byte[]</c> and <c>ReadOnlyMemory&lt;byte&gt;</c> arrive as binary data. Waits while the client's
    /// queue is full; does nothing if it is disconnected.
    /// </summary>
    public ValueTask EmitAsync(string name, params ReadOnlySpan<object?> values) =>
        SendAsync(SocketIoPacketWriter.WriteEvent(Namespace, id: null, name, values, Json), Disconnected);

    /// <summary>Sends an event with received arguments, unchanged.</summary>
    public ValueTask EmitAsync(string name, SocketIoArguments arguments) =>
        SendAsync(SocketIoPacketWriter.WriteEvent(Namespace, id: null, name, arguments), Disconnected);

    /// <summary>Sends an event and waits for the client's acknowledgement.</summary>
    /// <exception cref="TimeoutException">The acknowledgement did not arrive in time.</exception>
    /// <exception cref="OperationCanceledException">The client was disconnected, or the caller cancelled.</exception>
    public async Task<SocketIoArguments> EmitWithAckAsync(string name, object?[] values, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, Disconnected);
        var (id, answer) = _acknowledgements.Expect();
        try
        {
            await SendAsync(SocketIoPacketWriter.WriteEvent(Namespace, id, name, values, Json), linked.Token);
            return await answer.WaitAsync(timeout, Time, linked.Token);
        }
        finally
        {
            _acknowledgements.Forget(id);
        }
    }

    /// <summary>Disconnects the client from this namespace; it does not reconnect automatically.</summary>
    public void Disconnect()
    {
        if (!Disconnected.IsCancellationRequested)
        {
            _session.Outgoing.Force(SocketIoPacketWriter.Write<object>(SocketIoPacketType.Disconnect, Namespace, data: null, Json));
            _leave(this);
        }
    }

    /// <summary>Ends the client's session with all its namespaces.</summary>
    public void CloseSession() => _session.Close();

    internal void Acknowledge(long id, SocketIoArguments arguments) => _acknowledgements.Fulfil(id, arguments);

    internal Task LeaveAsync() => _disconnected.CancelAsync();

    internal async ValueTask SendAsync(EngineIoPacket[] packets, CancellationToken cancellationToken)
    {
        if (!Disconnected.IsCancellationRequested)
        {
            await _session.SendAsync(packets, cancellationToken);
        }
    }
}
