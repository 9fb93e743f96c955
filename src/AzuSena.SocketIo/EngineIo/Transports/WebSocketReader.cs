using System.Buffers;
using System.Net.WebSockets;
using AzuSena.SocketIo.Packets;

namespace AzuSena.SocketIo.EngineIo.Transports;

/// <summary>Reads whole messages, assembled from their fragments; holds no buffer while waiting.</summary>
internal sealed class WebSocketReader(WebSocket socket, int maxPayload) : IDisposable
{
    private const int FirstRent = 1024;

    private byte[]? _buffer;

    /// <summary>Why the last read returned null.</summary>
    public EngineIoCloseReason Ended { get; private set; }

    /// <summary>Reads the next message, whose buffer is valid until the next read.</summary>
    /// <returns>Null if no more will come; <see cref="Ended"/> says why.</returns>
    public async ValueTask<EngineIoPacket?> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await ReadMessageAsync(cancellationToken);
        }
        catch (WebSocketException exception)
            when (exception.WebSocketErrorCode is WebSocketError.Faulted or WebSocketError.InvalidMessageType or WebSocketError.HeaderError)
        {
            // For example text that is not UTF-8.
            Ended = EngineIoCloseReason.ProtocolError;
            return null;
        }
        catch (Exception exception)
            when (exception is WebSocketException or IOException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            Ended = EngineIoCloseReason.TransportClosed;
            return null;
        }
    }

    public void Dispose() => Release();

    private async ValueTask<EngineIoPacket?> ReadMessageAsync(CancellationToken cancellationToken)
    {
        Release();
        var result = await socket.ReceiveAsync(Memory<byte>.Empty, cancellationToken);
        var length = 0;
        while (!result.EndOfMessage && result.MessageType != WebSocketMessageType.Close)
        {
            result = await socket.ReceiveAsync(Space(length), cancellationToken);
            length += result.Count;
            if (length > maxPayload)
            {
                Ended = EngineIoCloseReason.TooLarge;
                return null;
            }
        }

        if (result.MessageType == WebSocketMessageType.Close)
        {
            Ended = EngineIoCloseReason.TransportClosed;
            return null;
        }

        return new EngineIoPacket(_buffer.AsMemory(0, length), result.MessageType == WebSocketMessageType.Binary);
    }

    private Memory<byte> Space(int length)
    {
        if (_buffer is null)
        {
            _buffer = ArrayPool<byte>.Shared.Rent(Math.Min(FirstRent, maxPayload + 1));
        }
        else if (length == _buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Min(length * 2, maxPayload + 1));
            _buffer.AsSpan(0, length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }

        return _buffer.AsMemory(length);
    }

    private void Release()
    {
        if (_buffer is not null)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = null;
        }
    }
}
