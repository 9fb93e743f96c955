using AzuSena.SocketIo.Packets;

namespace AzuSena.SocketIo.Namespaces;

/// <summary>An event of a client.</summary>
public sealed class SocketIoEvent
{
    private readonly long? _id;
    private int _acknowledged;

    internal SocketIoEvent(SocketIoSocket socket, string name, SocketIoArguments arguments, long? id) =>
        (Socket, Name, Arguments, _id) = (socket, name, arguments, id);

    /// <summary>Where it came from.</summary>
    public SocketIoSocket Socket { get; }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>What it carries beside its name.</summary>
    public SocketIoArguments Arguments { get; }

    /// <summary>Acknowledges the event, where the client asked for that and it was not done yet.</summary>
    public ValueTask AcknowledgeAsync(params ReadOnlySpan<object?> values) => ShouldAcknowledge()
        ? Socket.SendAsync(SocketIoPacketWriter.WriteAck(Socket.Namespace, _id!.Value, values, Socket.Json), CancellationToken.None)
        : ValueTask.CompletedTask;

    /// <summary>Acknowledges the event with arguments as they came.</summary>
    public ValueTask AcknowledgeAsync(SocketIoArguments arguments) => ShouldAcknowledge()
        ? Socket.SendAsync(SocketIoPacketWriter.WriteAck(Socket.Namespace, _id!.Value, arguments), CancellationToken.None)
        : ValueTask.CompletedTask;

    private bool ShouldAcknowledge() => _id is not null && Interlocked.Exchange(ref _acknowledged, 1) == 0;
}
