namespace AzuSena.SocketIo;

/// <summary>Settings of one Engine.IO endpoint.</summary>
public sealed class SocketIoOptions
{
    /// <summary>How often the server asks whether the client is there.</summary>
    public TimeSpan PingInterval { get; set; } = TimeSpan.FromSeconds(25);

    /// <summary>How long the client may take to answer that.</summary>
    public TimeSpan PingTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Bytes of one poll's or frame's payload, at most.</summary>
    public int MaxPayload { get; set; } = 1_000_000;
}
