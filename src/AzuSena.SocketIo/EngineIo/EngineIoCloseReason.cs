namespace AzuSena.SocketIo.EngineIo;

/// <summary>Why a session ended.</summary>
public enum EngineIoCloseReason
{
    /// <summary>The client sent a close packet.</summary>
    ClientClosed,

    /// <summary>The client's WebSocket was closed, or its poll left open by nobody.</summary>
    TransportClosed,

    /// <summary>The client did not answer a ping in time.</summary>
    PingTimeout,

    /// <summary>The client sent what the protocol does not allow.</summary>
    ProtocolError,

    /// <summary>The client sent more at once than is accepted.</summary>
    TooLarge,

    /// <summary>The client sent faster than it is served.</summary>
    Flooded,

    /// <summary>The application closed it.</summary>
    ServerClosed,

    /// <summary>The service is stopping; clients connect again by themselves.</summary>
    ServerStopping,
}
