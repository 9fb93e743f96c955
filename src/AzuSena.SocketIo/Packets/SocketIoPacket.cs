using System.Text.Json;

namespace AzuSena.SocketIo.Packets;

/// <summary>A packet from a client, checked for its form.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Namespace">Its namespace, with its slash.</param>
/// <param name="Id">The number of the acknowledgement that it requests or is; null for none.</param>
/// <param name="Attachments">How many of its binary messages follow.</param>
/// <param name="Data">Its JSON; undefined if it has none.</param>
internal sealed record SocketIoPacket(SocketIoPacketType Type, string Namespace, long? Id, int Attachments, JsonElement Data);
