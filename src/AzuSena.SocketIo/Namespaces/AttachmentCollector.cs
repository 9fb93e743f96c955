using AzuSena.SocketIo.Packets;

namespace AzuSena.SocketIo.Namespaces;

/// <summary>Holds a packet until its binary messages have arrived.</summary>
internal sealed class AttachmentCollector(SocketIoPacket packet, int size)
{
    private readonly List<ReadOnlyMemory<byte>> _attachments = [];

    public SocketIoPacket Packet => packet;

    public IReadOnlyList<ReadOnlyMemory<byte>> Attachments => _attachments;

    public bool IsWhole => _attachments.Count == packet.Attachments;

    /// <summary>Bytes so far, including the packet's own.</summary>
    public long Bytes { get; private set; } = size;

    public void Add(ReadOnlySpan<byte> attachment)
    {
        _attachments.Add(attachment.ToArray());
        Bytes += attachment.Length;
    }
}
