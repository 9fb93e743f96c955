using AzuSena.SocketIo.Packets;

namespace AzuSena.SocketIo.Namespaces;

/// <summary>An event from a client.</summary>
public sealed class SocketIoEvent
{
    private readonly long? _id;
    private int _acknowledged;

    internal SocketIoEvent(SocketIoSocket socket, string name, SocketIoArguments arguments, long? id) =>
        (Socket, Name, Arguments, _id) = (socket, name, arguments, id);

    /// <summary>The socket that sent it.</summary>
    public SocketIoSocket Socket { get; }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Its arguments.</summary>
    public SocketIoArguments Arguments { get; }

    /// <summary>Acknowledges the event, if the client requested it and it has not been done yet.</summary>
    public ValueTask AcknowledgeAsync(params ReadOnlySpan<object?> values) => ShouldAcknowledge()
        ? Socket.SendAsync(SocketIoPacketWriter.WriteAck(Socket.Namespace, _id!.Value, values, Socket.Json), CancellationToken.None)
        : ValueTask.CompletedTask;

    /// <summary>Acknowledges the event with received arguments, unchanged.</summary>
    public ValueTask AcknowledgeAsync(SocketIoArguments arguments) => ShouldAcknowledge()
        ? Socket.SendAsync(SocketIoPacketWriter.WriteAck(Socket.Namespace, _id!.Value, arguments), CancellationToken.None)
        : ValueTask.CompletedTask;

    private bool ShouldAcknowledge() => _id is not null && Interlocked.Exchange(ref _acknowledged, 1) == 0;
}
