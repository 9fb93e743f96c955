using AzuSena.SocketIo.EngineIo.Transports;
using Microsoft.AspNetCore.Http;

namespace AzuSena.SocketIo.EngineIo;

/// <summary>Handles the requests of one endpoint: handshakes, polls, posts and WebSockets.</summary>
internal sealed class EngineIoServer(EngineIoSessions sessions, Func<EngineIoSession, IEngineIoHandler> begin)
{
    private const string Version = "4";

    public Task HandleAsync(HttpContext context)
    {
        var query = context.Request.Query;
        if (query["EIO"] != Version)
        {
            return RefuseAsync(context, Refusal.UnsupportedVersion);
        }

        var id = query["sid"].ToString();
        return query["transport"].ToString() switch
        {
            "polling" => id.Length == 0 ? OpenAsync(context) : ServeAsync(context, id),
            "websocket" => context.WebSockets.IsWebSocketRequest ? ConnectAsync(context, id) : RefuseAsync(context, Refusal.BadRequest),
            _ => RefuseAsync(context, Refusal.UnknownTransport),
        };
    }

    private Task OpenAsync(HttpContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method))
        {
            return RefuseAsync(context, Refusal.BadMethod);
        }

        var session = sessions.TryOpen(EngineIoHandshake.Of(context), isPolling: true, begin);
        return session is null
            ? RefuseAsync(context, Refusal.TooManySessions)
            : PollingTransport.WriteAsync(context, OpenPacket.Of(session.Id, ["websocket"], sessions.Options).Content);
    }

    private Task ServeAsync(HttpContext context, string id)
    {
        if (!sessions.TryFind(id, out var session))
        {
            return RefuseAsync(context, Refusal.UnknownSession);
        }

        session.CloseIfOverdue();
        return session.Polling is not { IsCurrent: true } polling ? RefuseAsync(context, Refusal.BadRequest)
            : HttpMethods.IsGet(context.Request.Method) ? polling.PollAsync(context)
            : HttpMethods.IsPost(context.Request.Method) ? polling.Posts.PostAsync(context)
            : RefuseAsync(context, Refusal.BadMethod);
    }

    private async Task ConnectAsync(HttpContext context, string id)
    {
        EngineIoSession? session = null;
        if (id.Length > 0)
        {
            if (!sessions.TryFind(id, out session))
            {
                await RefuseAsync(context, Refusal.UnknownSession);
                return;
            }

            session.CloseIfOverdue();
        }
        else if (sessions.IsFull)
        {
            await RefuseAsync(context, Refusal.TooManySessions);
            return;
        }

        // The protocol has its own pings.
        var socket = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext { KeepAliveInterval = Timeout.InfiniteTimeSpan });
        using var transport = new WebSocketTransport(socket, sessions.Options, sessions.Time);
        if (session is null)
        {
            session = sessions.TryOpen(EngineIoHandshake.Of(context), isPolling: false, begin);
            session?.Outgoing.Force(OpenPacket.Of(session.Id, [], sessions.Options));
        }
        else if (!await transport.TryUpgradeAsync(session))
        {
            session = null;
        }

        if (session is null)
        {
            await transport.RefuseAsync();
            return;
        }

        await transport.RunAsync(session);
        await session.Ending;
    }

    private Task RefuseAsync(HttpContext context, Refusal refusal)
    {
        Log.Refused(sessions.Log, refusal.Message);
        return refusal.WriteAsync(context);
    }
}
