using System.Text;
using AzuSena.SocketIo.EngineIo.Transports;
using AzuSena.SocketIo.Packets;
using Microsoft.Extensions.Logging;

namespace AzuSena.SocketIo.EngineIo;

/// <summary>One client, over its current transport (Engine.IO protocol 4).</summary>
public sealed class EngineIoSession
{
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _ended = new();
    private readonly TaskCompletionSource _ending = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly EngineIoSessions _sessions;
    private readonly ILogger _log;
    private readonly Heartbeat _heartbeat;
    private IEngineIoHandler? _handler;
    private EngineIoCloseReason? _over;

    internal EngineIoSession(string id, EngineIoHandshake handshake, EngineIoSessions sessions, bool isPolling)
    {
        (Id, Handshake, _sessions, _log, Ended) = (id, handshake, sessions, sessions.Log, _ended.Token);
        Outgoing = new OutgoingQueue(sessions.Options.MaxBufferedBytes);
        Polling = isPolling ? new PollingTransport(this, sessions.Options, sessions.Time) : null;
        _heartbeat = new Heartbeat(sessions.Options, sessions.Time, () => Outgoing.Force(EngineIoPacket.Ping), () => Close(EngineIoCloseReason.PingTimeout));
    }

    /// <summary>The session's id, 128 random bits: anyone who has it can act as the client.</summary>
    public string Id { get; }

    /// <summary>Data of the client's first request.</summary>
    public EngineIoHandshake Handshake { get; }

    /// <summary>Cancelled when the session ends, for any reason.</summary>
    public CancellationToken Ended { get; }

    /// <summary>Whether the client's queue is full.</summary>
    public bool IsBehind => Outgoing.IsFull;

    /// <summary>Ends when all work for the session has ended.</summary>
    internal Task Ending => _ending.Task;

    internal OutgoingQueue Outgoing { get; }

    /// <summary>The polling transport that the session began on; null if it began as a WebSocket.</summary>
    internal PollingTransport? Polling { get; }

    internal bool IsOver
    {
        get
        {
            lock (_lock)
            {
                return _over is not null;
            }
        }
    }

    /// <summary>Sends text, once there is room for it; does nothing if the session has ended.</summary>
    public async ValueTask SendAsync(string text, CancellationToken cancellationToken = default) =>
        await SendAsync(new[] { EngineIoPacket.Text(Encoding.UTF8.GetBytes(text)) }, cancellationToken);

    /// <summary>Sends the message, text or binary, once there is room for it; does nothing if the session has ended.</summary>
    public async ValueTask SendAsync(EngineIoMessage message, CancellationToken cancellationToken = default) =>
        await SendAsync(
            new[] { message.IsBinary ? new EngineIoPacket(message.Content.ToArray(), IsBinary: true) : EngineIoPacket.Text(message.Content.Span) },
            cancellationToken);

    /// <summary>Ends the session; messages sent before are still delivered if the client receives them in time.</summary>
    public void Close() => Close(EngineIoCloseReason.ServerClosed);

    internal ValueTask<bool> SendAsync(ReadOnlyMemory<EngineIoPacket> packets, CancellationToken cancellationToken) =>
        Outgoing.AddAsync(packets, cancellationToken);

    /// <summary>Attaches the application's handler.</summary>
    internal void Begin(IEngineIoHandler handler) => _handler = handler;

    /// <summary>Ends a session whose timeout has passed although its timer has not fired yet.</summary>
    internal void CloseIfOverdue()
    {
        if (_heartbeat.IsOverdue)
        {
            Close(EngineIoCloseReason.PingTimeout);
        }
    }

    /// <summary>Handles a packet from the client.</summary>
    /// <returns>Why to close the session, or null to continue.</returns>
    internal async ValueTask<EngineIoCloseReason?> ReceiveAsync(EngineIoPacket packet)
    {
        if (!packet.IsBinary && packet.Content.IsEmpty)
        {
            return EngineIoCloseReason.ProtocolError;
        }

        switch (packet.IsBinary ? EngineIoPacketType.Message : (EngineIoPacketType)packet.Content.Span[0])
        {
            case EngineIoPacketType.Message:
                return await HandAsync(new EngineIoMessage(packet.IsBinary ? packet.Content : packet.Content[1..], packet.IsBinary));
            case EngineIoPacketType.Pong:
                _heartbeat.Pong();
                return null;
            case EngineIoPacketType.Noop:
                return null;
            case EngineIoPacketType.Close:
                return EngineIoCloseReason.ClientClosed;
            default:
                return EngineIoCloseReason.ProtocolError;
        }
    }

    /// <summary>Ends the session because of what the client did, after the application's last message if it has one.</summary>
    internal async ValueTask CloseAsync(EngineIoCloseReason reason)
    {
        // A client with a full queue would be waited for.
        if (reason == EngineIoCloseReason.TooLarge && !IsOver && !IsBehind)
        {
            try
            {
                // In a separate poll: clients that find the end of the session in the same payload handle that first.
                var polling = Polling is { IsCurrent: true } current ? current : null;
                var delivery = polling?.NextDelivery();
                var says = await _handler!.OnTooLargeAsync();
                while (says && delivery is not null)
                {
                    await delivery.WaitAsync(_sessions.Options.CloseTimeout, _sessions.Time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                    delivery = delivery.IsCompleted && !Outgoing.IsEmpty ? polling!.NextDelivery() : null;
                }
            }
            catch (Exception exception)
            {
                SocketIo.Log.HandlerFailed(_log, exception, "farewell");
            }
        }

        Close(reason);
    }

    /// <summary>Ends the session: no message is received or sent any more, and the application's work for it is cancelled.</summary>
    internal void Close(EngineIoCloseReason reason)
    {
        var lingers = false;
        if (Polling is { } polling ? !polling.TryClose(reason, out lingers) : !TryEnd(reason))
        {
            return;
        }

        _heartbeat.Dispose();
        Outgoing.Complete();
        if (!lingers)
        {
            Forget();
        }

        SocketIo.Log.SessionClosed(_log, Id[..4], reason);
        _ = EndAsync(reason);
    }

    /// <summary>Marks the session as ended.</summary>
    /// <returns>False if it had ended before.</returns>
    internal bool TryEnd(EngineIoCloseReason reason)
    {
        lock (_lock)
        {
            if (_over is not null)
            {
                return false;
            }

            _over = reason;
            return true;
        }
    }

    /// <summary>Removes a closed session that was kept for one last poll.</summary>
    internal void Forget() => _sessions.Forget(this);

    private async ValueTask<EngineIoCloseReason?> HandAsync(EngineIoMessage message)
    {
        try
        {
            return IsOver ? _over : await _handler!.OnMessageAsync(message);
        }
        catch (Exception exception)
        {
            SocketIo.Log.HandlerFailed(_log, exception, "message");
            return EngineIoCloseReason.ServerClosed;
        }
    }

    // Owned by the sessions, which wait for it when the service stops.
    private async Task EndAsync(EngineIoCloseReason reason)
    {
        try
        {
            await _ended.CancelAsync();
            if (_handler is not null)
            {
                await _handler.OnClosedAsync(reason);
            }
        }
        catch (Exception exception)
        {
            SocketIo.Log.HandlerFailed(_log, exception, "end");
        }
        finally
        {
            _sessions.Ended(this);
            _ending.SetResult();
        }
    }
}
