using System.Buffers;
using System.Buffers.Text;

namespace AzuSena.SocketIo.Packets;

/// <summary>
/// Several packets in the body of one request or response: separated by U+001E, binary ones as <c>b</c> and base64
/// (Engine.IO protocol 4, "Packet encoding").
/// </summary>
internal static class EngineIoPayload
{
    private const byte Separator = 0x1e;
    private const byte Base64Mark = (byte)'b';

    /// <summary>Writes a packet, with a separator before it unless it is the first.</summary>
    public static void Write(IBufferWriter<byte> output, EngineIoPacket packet, bool isFirst)
    {
        if (!isFirst)
        {
            output.Write([Separator]);
        }

        var content = packet.Content.Span;
        if (!packet.IsBinary)
        {
            output.Write(content);
            return;
        }

        var length = Base64.GetMaxEncodedToUtf8Length(content.Length) + 1;
        var space = output.GetSpan(length);
        space[0] = Base64Mark;
        Base64.EncodeToUtf8(content, space[1..], out _, out var written);
        output.Advance(written + 1);
    }

    /// <summary>Cuts the first packet off a payload; binary ones are decoded in place.</summary>
    /// <param name="payload">The payload; on return, its remainder.</param>
    /// <param name="packet">The packet; empty if there is nothing between two separators.</param>
    /// <param name="more">Whether another one follows.</param>
    /// <returns>False if the packet's base64 is invalid.</returns>
    public static bool TryCut(ref Memory<byte> payload, out EngineIoPacket packet, out bool more)
    {
        var end = payload.Span.IndexOf(Separator);
        more = end >= 0;
        var content = more ? payload[..end] : payload;
        payload = more ? payload[(end + 1)..] : default;
        packet = new EngineIoPacket(content);
        if (content.IsEmpty || content.Span[0] != Base64Mark)
        {
            return true;
        }

        content = content[1..];
        if (Base64.DecodeFromUtf8InPlace(content.Span, out var decoded) != OperationStatus.Done)
        {
            return false;
        }

        packet = new EngineIoPacket(content[..decoded], IsBinary: true);
        return true;
    }
}
