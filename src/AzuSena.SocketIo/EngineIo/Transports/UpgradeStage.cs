namespace AzuSena.SocketIo.EngineIo.Transports;

/// <summary>How far a session's move from polling to a WebSocket is.</summary>
internal enum UpgradeStage
{
    /// <summary>No WebSocket wants to take over.</summary>
    None,

    /// <summary>One is open.</summary>
    Opened,

    /// <summary>It works.</summary>
    Probed,

    /// <summary>The client has moved.</summary>
    Done,
}
