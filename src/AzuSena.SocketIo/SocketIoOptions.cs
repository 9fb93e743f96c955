using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using AzuSena.SocketIo.EngineIo;

namespace AzuSena.SocketIo;

/// <summary>Settings of one Socket.IO endpoint.</summary>
public sealed class SocketIoOptions : EngineIoOptions
{
    /// <summary>How long a client may stay without being connected to any namespace.</summary>
    /// <value>The default is 45 seconds, the reference server's.</value>
    [Range(typeof(TimeSpan), "00:00:00.001", "1.00:00:00")]
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(45);

    /// <summary>
    /// Maximum number of binary attachments of one event or acknowledgement; together they may have twice <see cref="EngineIoOptions.MaxPayload"/> bytes.
    /// </summary>
    /// <value>The default is 10.</value>
    [Range(0, 1000)]
    public int MaxAttachments { get; set; } = 10;

    /// <summary>Events of one client that are handled concurrently; the others wait in order.</summary>
    /// <value>The default is 16.</value>
    [Range(1, 100_000)]
    public int MaxEventsAtOnce { get; set; } = 16;

    /// <summary>Events of one client that may wait; with one more it is disconnected.</summary>
    /// <value>The default is 256.</value>
    [Range(0, 1_000_000)]
    public int MaxEventsWaiting { get; set; } = 256;

    /// <summary>Maximum nesting depth of a client's JSON.</summary>
    /// <value>The default is 32.</value>
    [Range(1, 1000)]
    public int MaxDepth { get; set; } = 32;

    /// <summary>JSON options of sent data.</summary>
    /// <value>The default is camelCase, as JavaScript clients expect.</value>
    [Required]
    public JsonSerializerOptions Json { get; set; } = JsonSerializerOptions.Web;
}
