using System.Text.Json;

namespace AzuSena.SocketIo.Packets;

/// <summary>A packet of a client, checked for its form.</summary>
/// <param name="Type">What it is.</param>
/// <param name="Namespace">Where it belongs, with its slash.</param>
/// <param name="Id">The number of the acknowledgement that it asks for or is; null for none.</param>
/// <param name="Attachments">How many binary messages follow that belong to it.</param>
/// <param name="Data">Its JSON; undefined where it has none.</param>
internal sealed record SocketIoPacket(SocketIoPacketType Type, string Namespace, long? Id, int Attachments, JsonElement Data);
