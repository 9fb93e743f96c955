using System.Text.Unicode;
using AzuSena.SocketIo.Packets;
using Microsoft.AspNetCore.Http;

namespace AzuSena.SocketIo.EngineIo.Transports;

/// <summary>
/// Receives the client's packets over plain requests: one POST at a time; a second one closes the session, because their order would be unknown.
/// </summary>
internal sealed class PollingPosts(EngineIoSession session, EngineIoOptions options)
{
    private static readonly byte[] Ok = "ok"u8.ToArray();

    // 1 while a request is read.
    private int _posting;

    /// <summary>Handles a POST.</summary>
    public async Task PostAsync(HttpContext context)
    {
        if (Interlocked.Exchange(ref _posting, 1) == 1 || session.IsOver)
        {
            session.Close(EngineIoCloseReason.ProtocolError);
            await Refusal.BadRequest.WriteAsync(context);
            return;
        }

        EngineIoCloseReason? reason;
        try
        {
            reason = await ReceiveAsync(context);
        }
        finally
        {
            // Before the response: once the client has it, it may send the next.
            Volatile.Write(ref _posting, 0);
        }

        if (reason is { } why)
        {
            await session.CloseAsync(why);
        }

        if (reason == EngineIoCloseReason.ClientClosed && session.Polling?.Lingering is { } lingering)
        {
            // Once the client has the response, the session no longer exists.
            await lingering;
        }

        await (reason switch
        {
            null or EngineIoCloseReason.ClientClosed => PollingTransport.WriteAsync(context, Ok),
            EngineIoCloseReason.TooLarge => Refusal.TooLarge.WriteAsync(context),
            EngineIoCloseReason.TransportClosed => Task.CompletedTask,
            _ => Refusal.BadRequest.WriteAsync(context),
        });
    }

    private async Task<EngineIoCloseReason?> ReceiveAsync(HttpContext context)
    {
        try
        {
            using var body = await RequestBody.ReadAsync(context, options.MaxPayload);
            if (body is null)
            {
                return EngineIoCloseReason.TooLarge;
            }

            if (!Utf8.IsValid(body.Bytes.Span))
            {
                return EngineIoCloseReason.ProtocolError;
            }

            var rest = body.Bytes;
            EngineIoCloseReason? reason = null;
            for (var more = true; more && reason is null;)
            {
                reason = EngineIoPayload.TryCut(ref rest, out var packet, out more) ? await session.ReceiveAsync(packet) : EngineIoCloseReason.ProtocolError;
            }

            return reason;
        }
        catch (BadHttpRequestException exception)
        {
            return exception.StatusCode == StatusCodes.Status413PayloadTooLarge ? EngineIoCloseReason.TooLarge : EngineIoCloseReason.ProtocolError;
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            return EngineIoCloseReason.TransportClosed;
        }
    }
}
