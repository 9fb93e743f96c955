namespace AzuSena.SocketIo.Namespaces;

/// <summary>A client may not connect to a namespace; the message and the details are sent to it, so they must be suitable for it.</summary>
/// <param name="message">The reason, in readable form.</param>
/// <param name="details">Details for a program, written as JSON; null for none.</param>
public sealed class SocketIoRefusedException(string message, object? details = null) : Exception(message)
{
    /// <summary>Details for a program.</summary>
    public object? Details { get; } = details;
}
