namespace AzuSena.SocketIo.EngineIo.Transports;

/// <summary>The progress of a session's upgrade from polling to a WebSocket.</summary>
internal enum UpgradeStage
{
    /// <summary>No WebSocket is open.</summary>
    None,

    /// <summary>A WebSocket is open.</summary>
    Opened,

    /// <summary>The WebSocket works.</summary>
    Probed,

    /// <summary>The client has moved to it.</summary>
    Done,
}
