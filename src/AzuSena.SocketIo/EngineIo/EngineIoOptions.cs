using System.ComponentModel.DataAnnotations;

namespace AzuSena.SocketIo.EngineIo;

/// <summary>Settings of one Engine.IO endpoint.</summary>
public class EngineIoOptions
{
    /// <summary>Interval at which the server pings the client.</summary>
    /// <value>The default is 25 seconds, the protocol's usual one.</value>
    [Range(typeof(TimeSpan), "00:00:00.001", "1.00:00:00")]
    public TimeSpan PingInterval { get; set; } = TimeSpan.FromSeconds(25);

    /// <summary>How long the client may take to answer a ping.</summary>
    /// <value>The default is 20 seconds.</value>
    [Range(typeof(TimeSpan), "00:00:00.001", "1.00:00:00")]
    public TimeSpan PingTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Maximum size of the payload of one POST or WebSocket message, in bytes; sent to the client.</summary>
    /// <value>The default is 1,000,000.</value>
    [Range(1, 1 << 30)]
    public int MaxPayload { get; set; } = 1_000_000;

    /// <summary>
    /// Bytes that may be queued for one client before senders wait, so that a slow client costs bounded memory and slows only its own messages. One message may
    /// exceed it.
    /// </summary>
    /// <value>The default is 1,000,000.</value>
    [Range(1, 1 << 30)]
    public int MaxBufferedBytes { get; set; } = 1_000_000;

    /// <summary>Maximum number of concurrent sessions; further handshakes are refused with 503.</summary>
    /// <value>The default is 20,000.</value>
    [Range(1, 1 << 30)]
    public int MaxSessions { get; set; } = 20_000;

    /// <summary>How long a WebSocket may take to take over from polling.</summary>
    /// <value>The default is 10 seconds.</value>
    [Range(typeof(TimeSpan), "00:00:00.001", "1.00:00:00")]
    public TimeSpan UpgradeTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long the closing handshake of a WebSocket may take before the connection is aborted.</summary>
    /// <value>The default is 2 seconds.</value>
    [Range(typeof(TimeSpan), "00:00:00.001", "1.00:00:00")]
    public TimeSpan CloseTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Validates the settings.</summary>
    /// <exception cref="ValidationException">A setting is invalid; the message names it.</exception>
    internal void Validate() => Validator.ValidateObject(this, new ValidationContext(this), validateAllProperties: true);
}
