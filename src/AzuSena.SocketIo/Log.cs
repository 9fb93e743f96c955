using AzuSena.SocketIo.EngineIo;
using Microsoft.Extensions.Logging;

namespace AzuSena.SocketIo;

/// <summary>The log messages. A session's id is cut to its beginning: anyone who has all of it can act as the client.</summary>
internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Debug, Message = "Session {Session}… opened over {Transport}; {Count} are open")]
    public static partial void SessionOpened(ILogger log, string session, string transport, int count);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Session {Session}… moved to a WebSocket")]
    public static partial void SessionUpgraded(ILogger log, string session);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Session {Session}… closed: {Reason}")]
    public static partial void SessionClosed(ILogger log, string session, EngineIoCloseReason reason);

    [LoggerMessage(Level = LogLevel.Debug, Message = "A request was refused: {Reason}")]
    public static partial void Refused(ILogger log, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The application failed to handle {What}")]
    public static partial void HandlerFailed(ILogger log, Exception exception, string what);
}
