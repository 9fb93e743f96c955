using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace AzuSena.SocketIo.Packets;

/// <summary>
/// Reads packets: <c>type[attachments-][/namespace,][id][JSON]</c> (Socket.IO protocol 5, "Packet encoding").
/// </summary>
internal static class SocketIoPacketReader
{
    private const int MaxNamespaceBytes = 256;
    private const int MaxDigits = 15;

    // Events that a client's library raises itself may not come over the wire.
    private static readonly HashSet<string> ReservedEvents = new(StringComparer.Ordinal)
    {
        "connect", "connect_error", "disconnect", "disconnecting", "newListener", "removeListener",
    };

    /// <summary>Reads a packet.</summary>
    /// <param name="text">A message's text, valid UTF-8.</param>
    /// <param name="maxDepth">How deep its JSON may be nested.</param>
    /// <returns>Null if it is not a packet.</returns>
    public static SocketIoPacket? Read(ReadOnlySpan<byte> text, int maxDepth)
    {
        if (text.IsEmpty || text[0] is < (byte)SocketIoPacketType.Connect or > (byte)SocketIoPacketType.BinaryAck)
        {
            return null;
        }

        var type = (SocketIoPacketType)text[0];
        text = text[1..];
        var attachments = 0L;
        if (type is SocketIoPacketType.BinaryEvent or SocketIoPacketType.BinaryAck)
        {
            if (!TryCutNumber(ref text, out var count) || count is null || text.IsEmpty || text[0] != (byte)'-')
            {
                return null;
            }

            attachments = count.Value;
            text = text[1..];
        }

        if (CutNamespace(ref text) is not { } name || !TryCutNumber(ref text, out var id) || !TryParse(text, maxDepth, out var data))
        {
            return null;
        }

        return IsWhole(type, id, data) ? new SocketIoPacket(type, name, id, (int)Math.Min(attachments, int.MaxValue), data) : null;
    }

    /// <summary>The name of an event: the first item of its data.</summary>
    public static string? NameOf(JsonElement data)
    {
        var name = data[0];
        try
        {
            return name.ValueKind switch
            {
                JsonValueKind.String => name.GetString(),
                JsonValueKind.Number => name.GetRawText(),
                _ => null,
            };
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair.
            return null;
        }
    }

    private static string? CutNamespace(ref ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty || text[0] != (byte)'/')
        {
            return "/";
        }

        var end = text.IndexOf((byte)',');
        var name = end < 0 ? text : text[..end];
        text = end < 0 ? [] : text[(end + 1)..];
        return name.Length > MaxNamespaceBytes ? null : Encoding.UTF8.GetString(name);
    }

    private static bool TryCutNumber(ref ReadOnlySpan<byte> text, out long? number)
    {
        number = null;
        var digits = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        digits = digits < 0 ? text.Length : digits;
        if (digits == 0)
        {
            return true;
        }

        if (digits > MaxDigits || !Utf8Parser.TryParse(text[..digits], out long value, out _))
        {
            return false;
        }

        number = value;
        text = text[digits..];
        return true;
    }

    private static bool TryParse(ReadOnlySpan<byte> json, int maxDepth, out JsonElement data)
    {
        data = default;
        if (json.IsEmpty)
        {
            return true;
        }

        try
        {
            data = JsonElement.Parse(json, new JsonDocumentOptions { MaxDepth = maxDepth });
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool IsWhole(SocketIoPacketType type, long? id, JsonElement data) => type switch
    {
        SocketIoPacketType.Connect => id is null && data.ValueKind is JsonValueKind.Undefined or JsonValueKind.Object,
        SocketIoPacketType.Disconnect => id is null && data.ValueKind is JsonValueKind.Undefined,
        SocketIoPacketType.Event or SocketIoPacketType.BinaryEvent =>
            data.ValueKind is JsonValueKind.Array && data.GetArrayLength() > 0 && NameOf(data) is { } name && !ReservedEvents.Contains(name),
        SocketIoPacketType.Ack or SocketIoPacketType.BinaryAck => id is not null && data.ValueKind is JsonValueKind.Array,
        _ => false, // Only a server refuses connections.
    };
}
