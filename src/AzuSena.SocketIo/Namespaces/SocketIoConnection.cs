using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using AzuSena.SocketIo.EngineIo;
using AzuSena.SocketIo.Packets;
using Microsoft.Extensions.Logging;

namespace AzuSena.SocketIo.Namespaces;

/// <summary>One client's packets, routed to the namespaces that it has connected to (Socket.IO protocol 5).</summary>
internal sealed class SocketIoConnection : IEngineIoHandler
{
    private const int IdBytes = 15;

    private readonly ConcurrentDictionary<string, SocketIoSocket> _sockets = new(StringComparer.Ordinal);
    private readonly EngineIoSession _session;
    private readonly IReadOnlyDictionary<string, SocketIoNamespace> _namespaces;
    private readonly SocketIoOptions _options;
    private readonly TimeProvider _time;
    private readonly EventDispatcher _dispatcher;
    private readonly ITimer _connectTimer;
    private AttachmentCollector? _partial;

    public SocketIoConnection(
        EngineIoSession session,
        IReadOnlyDictionary<string, SocketIoNamespace> namespaces,
        SocketIoOptions options,
        TimeProvider time,
        ILogger log)
    {
        (_session, _namespaces, _options, _time) = (session, namespaces, options, time);
        _dispatcher = new EventDispatcher(options, log);
        _connectTimer = time.CreateTimer(static state => ((SocketIoConnection)state!).CloseIfNowhere(), this, options.ConnectTimeout, Timeout.InfiniteTimeSpan);
    }

    public async ValueTask<EngineIoCloseReason?> OnMessageAsync(EngineIoMessage message)
    {
        if (message.IsBinary)
        {
            return Attach(message.Content.Span);
        }

        if (_partial is not null
            || SocketIoPacketReader.Read(message.Content.Span, _options.MaxDepth) is not { } packet
            || packet.Attachments > _options.MaxAttachments)
        {
            return EngineIoCloseReason.ProtocolError;
        }

        if (packet.Attachments > 0)
        {
            _partial = new AttachmentCollector(packet, message.Content.Length);
            return null;
        }

        return packet.Type == SocketIoPacketType.Connect ? await ConnectAsync(packet) : Take(packet, [], message.Content.Length);
    }

    public async ValueTask<bool> OnTooLargeAsync()
    {
        var says = false;
        foreach (var socket in _sockets.Values)
        {
            if (socket.Space.TooLarge is { } handler && !socket.Disconnected.IsCancellationRequested)
            {
                await handler(socket);
                says = true;
            }
        }

        return says;
    }

    public async Task OnClosedAsync(EngineIoCloseReason reason)
    {
        await _connectTimer.DisposeAsync();
        await Task.WhenAll(_sockets.Values.Select(socket => socket.LeaveAsync()));
        await _dispatcher.EndedAsync();
    }

    private EngineIoCloseReason? Attach(ReadOnlySpan<byte> attachment)
    {
        if (_partial is not { } partial)
        {
            return EngineIoCloseReason.ProtocolError;
        }

        partial.Add(attachment);
        if (partial.Bytes > 2L * _options.MaxPayload)
        {
            return EngineIoCloseReason.TooLarge;
        }

        if (!partial.IsWhole)
        {
            return null;
        }

        _partial = null;
        return BinaryPlaceholders.AreWithin(partial.Packet.Data, partial.Attachments.Count)
            ? Take(partial.Packet, partial.Attachments, partial.Bytes)
            : EngineIoCloseReason.ProtocolError;
    }

    private async ValueTask<EngineIoCloseReason?> ConnectAsync(SocketIoPacket packet)
    {
        if (!_namespaces.TryGetValue(packet.Namespace, out var space))
        {
            return Reply(SocketIoPacketType.ConnectError, packet.Namespace, new { message = "Invalid namespace" });
        }

        if (_sockets.TryGetValue(space.Name, out var known) && !known.Disconnected.IsCancellationRequested)
        {
            return EngineIoCloseReason.ProtocolError;
        }

        var socket = new SocketIoSocket(
            _session, space, Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(IdBytes)), packet.Data, _options.Json, _time, Leave);
        try
        {
            await (space.Connecting?.Invoke(socket, _session.Ended) ?? ValueTask.CompletedTask);
        }
        catch (SocketIoRefusedException refused)
        {
            return Reply(
                SocketIoPacketType.ConnectError,
                space.Name,
                refused.Details is null ? (object)new { message = refused.Message } : new { message = refused.Message, data = refused.Details });
        }
        catch (OperationCanceledException) when (_session.IsOver)
        {
            return EngineIoCloseReason.TransportClosed;
        }

        _sockets[space.Name] = socket;
        _connectTimer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        return Reply(SocketIoPacketType.Connect, space.Name, new { sid = socket.Id })
            ?? (space.Connected is { } connected && !_dispatcher.TryBegin(() => connected(socket, socket.Disconnected), size: 0)
                ? EngineIoCloseReason.Flooded
                : null);
    }

    private EngineIoCloseReason? Take(SocketIoPacket packet, IReadOnlyList<ReadOnlyMemory<byte>> attachments, long size)
    {
        if (!_sockets.TryGetValue(packet.Namespace, out var socket))
        {
            return EngineIoCloseReason.ProtocolError;
        }

        if (socket.Disconnected.IsCancellationRequested)
        {
            // The client may have sent it before it learned of the disconnection.
            return null;
        }

        switch (packet.Type)
        {
            case SocketIoPacketType.Disconnect:
                Leave(socket);
                return null;
            case SocketIoPacketType.Ack or SocketIoPacketType.BinaryAck:
                socket.Acknowledge(packet.Id!.Value, new SocketIoArguments([.. packet.Data.EnumerateArray()], attachments));
                return null;
            default:
                var name = SocketIoPacketReader.NameOf(packet.Data)!;
                return socket.Space.HandlerOf(name) is { } handler && !_dispatcher.TryBegin(() => HandleAsync(handler, socket, name, packet, attachments), size)
                    ? EngineIoCloseReason.Flooded
                    : null;
        }
    }

    private static async Task HandleAsync(
        SocketIoHandler handler,
        SocketIoSocket socket,
        string name,
        SocketIoPacket packet,
        IReadOnlyList<ReadOnlyMemory<byte>> attachments)
    {
        var received = new SocketIoEvent(socket, name, new SocketIoArguments([.. packet.Data.EnumerateArray().Skip(1)], attachments), packet.Id);
        await handler(received, socket.Disconnected);
        await received.AcknowledgeAsync();
    }

    // A client that requests replies without reading them is disconnected: nothing else bounds them.
    private EngineIoCloseReason? Reply(SocketIoPacketType type, string name, object data)
    {
        if (_session.IsBehind)
        {
            return EngineIoCloseReason.Flooded;
        }

        _session.Outgoing.Force(SocketIoPacketWriter.Write(type, name, data, JsonSerializerOptions.Web));
        return null;
    }

    // The session stays for a limited time, because the client may connect again.
    private void Leave(SocketIoSocket socket)
    {
        _ = socket.LeaveAsync();
        if (_sockets.Values.All(one => one.Disconnected.IsCancellationRequested))
        {
            _connectTimer.Change(_options.ConnectTimeout, Timeout.InfiniteTimeSpan);
        }
    }

    private void CloseIfNowhere()
    {
        if (_sockets.Values.All(one => one.Disconnected.IsCancellationRequested))
        {
            _session.Close();
        }
    }
}
