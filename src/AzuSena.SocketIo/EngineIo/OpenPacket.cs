using System.Text.Json;
using AzuSena.SocketIo.Packets;

namespace AzuSena.SocketIo.EngineIo;

/// <summary>The first packet of a session: its id, its possible upgrades, and the endpoint's timing and limits.</summary>
internal static class OpenPacket
{
    public static EngineIoPacket Of(string id, string[] upgrades, EngineIoOptions options) => new((byte[])
    [
        (byte)EngineIoPacketType.Open,
        .. JsonSerializer.SerializeToUtf8Bytes(new
        {
            sid = id,
            upgrades,
            pingInterval = (long)options.PingInterval.TotalMilliseconds,
            pingTimeout = (long)options.PingTimeout.TotalMilliseconds,
            maxPayload = options.MaxPayload,
        }),
    ]);
}
