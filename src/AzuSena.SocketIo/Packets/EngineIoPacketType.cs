namespace AzuSena.SocketIo.Packets;

/// <summary>The types of Engine.IO packets, as the digits that they begin with.</summary>
internal enum EngineIoPacketType : byte
{
    Open = (byte)'0',
    Close = (byte)'1',
    Ping = (byte)'2',
    Pong = (byte)'3',
    Message = (byte)'4',
    Upgrade = (byte)'5',
    Noop = (byte)'6',
}
