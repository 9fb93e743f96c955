namespace AzuSena.SocketIo.Namespaces;

/// <summary>Handles an event.</summary>
/// <param name="received">The event, with the socket that sent it.</param>
/// <param name="cancellationToken">Cancelled when that socket is disconnected.</param>
public delegate Task SocketIoHandler(SocketIoEvent received, CancellationToken cancellationToken);

/// <summary>
/// The application's handlers in one namespace. Events start in the order in which they arrive; a handler's exception is logged and not propagated, and a
/// requested acknowledgement that the handler did not send is sent without arguments when it has ended. The cancellation token tells a handler that the client
/// disconnected.
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
    /// Decides whether a client may connect: the handler throws <see cref="SocketIoRefusedException"/> to refuse it. Until it has ended nothing more is read
    /// from this client.
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

    /// <summary>Handles an event; events without a handler are ignored.</summary>
    public SocketIoNamespace On(string name, SocketIoHandler handler)
    {
        _events.Add(name, handler);
        return this;
    }

    /// <summary>Runs when a client has sent more at once than the limit, to tell it so before its session is closed.</summary>
    public SocketIoNamespace OnTooLarge(Func<SocketIoSocket, ValueTask> handler)
    {
        TooLarge = handler;
        return this;
    }

    internal SocketIoHandler? HandlerOf(string name) => _events.GetValueOrDefault(name);
}
