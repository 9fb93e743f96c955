namespace AzuSena.SocketIo.Namespaces;

/// <summary>A client may not connect to a namespace; it is told the message and the data, so they must be fit for it.</summary>
/// <param name="message">Why, for whoever sees it there.</param>
/// <param name="details">More of it for a program, written as JSON; null for nothing.</param>
public sealed class SocketIoRefusedException(string message, object? details = null) : Exception(message)
{
    /// <summary>More of it for a program.</summary>
    public object? Details { get; } = details;
}
