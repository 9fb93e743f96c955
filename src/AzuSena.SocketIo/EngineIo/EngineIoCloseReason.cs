namespace AzuSena.SocketIo.EngineIo;

/// <summary>Why a session ended.</summary>
public enum EngineIoCloseReason
{
    /// <summary>The client sent a close packet.</summary>
    ClientClosed,

    /// <summary>The client's WebSocket was closed, or its poll aborted.</summary>
    TransportClosed,

    /// <summary>The client did not answer a ping in time.</summary>
    PingTimeout,

    /// <summary>The client violated the protocol.</summary>
    ProtocolError,

    /// <summary>The client sent more at once than the limit.</summary>
    TooLarge,

    /// <summary>The client sent faster than the server handles.</summary>
    Flooded,

    /// <summary>The application closed the session.</summary>
    ServerClosed,

    /// <summary>The service is stopping; clients reconnect automatically.</summary>
    ServerStopping,
}
