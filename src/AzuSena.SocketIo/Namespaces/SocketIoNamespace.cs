namespace AzuSena.SocketIo.Namespaces;

/// <summary>Handles an event.</summary>
/// <param name="received">The event, and the socket that it came from.</param>
/// <param name="cancellationToken">Cancelled when that socket is disconnected.</param>
public delegate Task SocketIoHandler(SocketIoEvent received, CancellationToken cancellationToken);

/// <summary>
/// What an application does in one namespace. Events are begun in the order in which they come; what a handler throws is logged and goes no
/// further, and an acknowledgement that was asked for and not given is given without arguments when the handler has ended. That a client has left,
/// a handler learns by its cancellation token.
/// </summary>
public sealed class SocketIoNamespace
{
    private readonly Dictionary<string, SocketIoHandler> _events = new(StringComparer.Ordinal);

    internal SocketIoNamespace(string name) => Name = name;

    /// <summary>Its name, with its slash.</summary>
    public string Name { get; }

    internal Func<SocketIoSocket, CancellationToken, ValueTask>? Connecting { get; private set; }

    internal Func<SocketIoSocket, CancellationToken, Task>? Connected { get; private set; }

    internal Func<SocketIoSocket, ValueTask>? TooLarge { get; private set; }

    /// <summary>
    /// Decides whether a client may connect: throws <see cref="SocketIoRefusedException"/> where it may not. Until it has ended nothing more is
    /// read from this client.
    /// </summary>
    public SocketIoNamespace OnConnecting(Func<SocketIoSocket, CancellationToken, ValueTask> handler)
    {
        Connecting = handler;
        return this;
    }

    /// <summary>Runs when a client has connected, before its first event.</summary>
    public SocketIoNamespace OnConnected(Func<SocketIoSocket, CancellationToken, Task> handler)
    {
        Connected = handler;
        return this;
    }

    /// <summary>Handles an event; events without a handler are passed over.</summary>
    public SocketIoNamespace On(string name, SocketIoHandler handler)
    {
        _events.Add(name, handler);
        return this;
    }

    /// <summary>Tells a client that has sent more at once than is accepted so, before its session is closed.</summary>
    public SocketIoNamespace OnTooLarge(Func<SocketIoSocket, ValueTask> handler)
    {
        TooLarge = handler;
        return this;
    }

    internal SocketIoHandler? HandlerOf(string name) => _events.GetValueOrDefault(name);
}
