using System.ComponentModel.DataAnnotations;

namespace AzuSena.SocketIo.EngineIo;

/// <summary>Settings of one Engine.IO endpoint.</summary>
public class EngineIoOptions
{
    /// <summary>How often the server asks whether the client is there.</summary>
    /// <value>The default is 25 seconds, the protocol's usual one.</value>
    [Range(typeof(TimeSpan), "00:00:00.001", "1.00:00:00")]
    public TimeSpan PingInterval { get; set; } = TimeSpan.FromSeconds(25);

    /// <summary>How long the client may take to answer that.</summary>
    /// <value>The default is 20 seconds.</value>
    [Range(typeof(TimeSpan), "00:00:00.001", "1.00:00:00")]
    public TimeSpan PingTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Bytes of one POST's or one WebSocket message's payload, at most; the client is told.</summary>
    /// <value>The default is 1,000,000.</value>
    [Range(1, 1 << 30)]
    public int MaxPayload { get; set; } = 1_000_000;

    /// <summary>
    /// Bytes that may wait for one client before whoever sends is made to wait, so that a slow client costs bounded memory and slows only
    /// what is meant for it. One message may go beyond.
    /// </summary>
    /// <value>The default is 1,000,000.</value>
    [Range(1, 1 << 30)]
    public int MaxBufferedBytes { get; set; } = 1_000_000;

    /// <summary>Sessions that may live at once; past that handshakes are refused with 503.</summary>
    /// <value>The default is 20,000.</value>
    [Range(1, 1 << 30)]
    public int MaxSessions { get; set; } = 20_000;

    /// <summary>How long a WebSocket that is to take over from polling may take to do so.</summary>
    /// <value>The default is 10 seconds.</value>
    [Range(typeof(TimeSpan), "00:00:00.001", "1.00:00:00")]
    public TimeSpan UpgradeTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a WebSocket that is being closed may take to say goodbye before it is cut.</summary>
    /// <value>The default is 2 seconds.</value>
    [Range(typeof(TimeSpan), "00:00:00.001", "1.00:00:00")]
    public TimeSpan CloseTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Checks the settings.</summary>
    /// <exception cref="ValidationException">One of them makes no sense; the message names it.</exception>
    internal void Validate() => Validator.ValidateObject(this, new ValidationContext(this), validateAllProperties: true);
}
