namespace AzuSena.SocketIo.Packets;

/// <summary>A packet in its wire form.</summary>
/// <param name="Content">UTF-8 text that begins with the digit of its type, or the bytes of a binary message.</param>
/// <param name="IsBinary">Whether it is a binary message.</param>
internal readonly record struct EngineIoPacket(ReadOnlyMemory<byte> Content, bool IsBinary = false)
{
    public static readonly EngineIoPacket Close = new("1"u8.ToArray());
    public static readonly EngineIoPacket Ping = new("2"u8.ToArray());
    public static readonly EngineIoPacket Noop = new("6"u8.ToArray());

    /// <summary>A text message.</summary>
    public static EngineIoPacket Text(ReadOnlySpan<byte> utf8)
    {
        var content = new byte[utf8.Length + 1];
        content[0] = (byte)EngineIoPacketType.Message;
        utf8.CopyTo(content.AsSpan(1));
        return new EngineIoPacket(content);
    }
}
