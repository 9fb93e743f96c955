namespace AzuSena.SocketIo.Packets;

/// <summary>The types of Socket.IO packets, as the digits that they begin with.</summary>
internal enum SocketIoPacketType : byte
{
    Connect = (byte)'0',
    Disconnect = (byte)'1',
    Event = (byte)'2',
    Ack = (byte)'3',
    ConnectError = (byte)'4',
    BinaryEvent = (byte)'5',
    BinaryAck = (byte)'6',
}
