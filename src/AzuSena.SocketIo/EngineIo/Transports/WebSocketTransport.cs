using System.Net.WebSockets;
using AzuSena.SocketIo.Packets;

namespace AzuSena.SocketIo.EngineIo.Transports;

/// <summary>A session over a WebSocket, from the start or upgraded from polling. Each packet is one message.</summary>
internal sealed class WebSocketTransport(WebSocket socket, EngineIoOptions options, TimeProvider time) : IDisposable
{
    private static readonly byte[] Probe = "2probe"u8.ToArray();
    private static readonly byte[] ProbeAnswer = "3probe"u8.ToArray();

    private readonly CancellationTokenSource _cut = new(Timeout.InfiniteTimeSpan, time);

    /// <summary>Performs the upgrade: probe, answer, and the client's upgrade packet.</summary>
    /// <returns>False if it failed; the session continues as it was.</returns>
    public async Task<bool> TryUpgradeAsync(EngineIoSession session)
    {
        if (session.Polling is not { } polling || !polling.TryBeginUpgrade())
        {
            return false;
        }

        var done = false;
        try
        {
            using var timeout = new CancellationTokenSource(options.UpgradeTimeout, time);
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, session.Ended);
            using var reader = new WebSocketReader(socket, options.MaxPayload);
            if (await IsNextAsync(reader, Probe, limit.Token))
            {
                await socket.SendAsync(ProbeAnswer, WebSocketMessageType.Text, endOfMessage: true, limit.Token);
                polling.Probed();
                done = await IsNextAsync(reader, [(byte)EngineIoPacketType.Upgrade], limit.Token) && polling.TryCompleteUpgrade();
            }
        }
        catch (Exception exception) when (exception is WebSocketException or IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The WebSocket broke, was too slow, or the session ended.
        }
        finally
        {
            if (!done)
            {
                polling.AbandonUpgrade();
            }
        }

        return done;
    }

    /// <summary>Closes a WebSocket that has no session.</summary>
    public async Task RefuseAsync()
    {
        CutSoon();
        await SayGoodbyeAsync(_cut.Token);
        using var reader = new WebSocketReader(socket, options.MaxPayload);
        await DrainAsync(reader, _cut.Token);
    }

    /// <summary>Transports the session until either side ends it.</summary>
    public async Task RunAsync(EngineIoSession session)
    {
        using var registration = session.Ended.UnsafeRegister(static transport => ((WebSocketTransport)transport!).CutSoon(), this);
        var receiving = ReceiveAsync(session, _cut.Token);
        await SendAsync(session, _cut.Token);

        // Until the client has sent its close frame too, or the timeout has passed.
        await receiving;
    }

    public void Dispose()
    {
        _cut.Dispose();
        socket.Dispose();
    }

    private void CutSoon() => _cut.CancelAfter(options.CloseTimeout);

    private static async Task<bool> IsNextAsync(WebSocketReader reader, byte[] expected, CancellationToken cancellationToken) =>
        await reader.ReadAsync(cancellationToken) is { IsBinary: false } packet && packet.Content.Span.SequenceEqual(expected);

    private async Task ReceiveAsync(EngineIoSession session, CancellationToken cancellationToken)
    {
        using var reader = new WebSocketReader(socket, options.MaxPayload);
        EngineIoCloseReason? reason = null;
        while (reason is null)
        {
            reason = await reader.ReadAsync(cancellationToken) is { } packet ? await session.ReceiveAsync(packet) : reader.Ended;
        }

        await session.CloseAsync(reason.Value);
        await DrainAsync(reader, cancellationToken);
    }

    // Incoming messages are discarded until the client's close frame. If the connection were aborted first, the client might never read ours.
    private async Task DrainAsync(WebSocketReader reader, CancellationToken cancellationToken)
    {
        while (socket.State is WebSocketState.Open or WebSocketState.CloseSent && !cancellationToken.IsCancellationRequested)
        {
            await reader.ReadAsync(cancellationToken);
        }
    }

    private async Task SendAsync(EngineIoSession session, CancellationToken cancellationToken)
    {
        try
        {
            while (await session.Outgoing.WaitAsync(cancellationToken))
            {
                while (session.Outgoing.TryTake(out var packet))
                {
                    await socket.SendAsync(
                        packet.Content, packet.IsBinary ? WebSocketMessageType.Binary : WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
                }
            }
        }
        catch (Exception exception) when (exception is WebSocketException or IOException or OperationCanceledException or ObjectDisposedException)
        {
            session.Close(EngineIoCloseReason.TransportClosed);
            return;
        }

        await SayGoodbyeAsync(cancellationToken);
    }

    private async Task SayGoodbyeAsync(CancellationToken cancellationToken)
    {
        try
        {
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, statusDescription: null, cancellationToken);
        }
        catch (Exception exception)
            when (exception is WebSocketException or IOException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            // The client disconnected without a close frame.
        }
    }
}
