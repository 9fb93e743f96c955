namespace AzuSena.SocketIo.EngineIo;

/// <summary>The application's handler of one session.</summary>
public interface IEngineIoHandler
{
    /// <summary>
    /// Handles the next message. Messages come one after the other: until the task ends nothing more is read from this client, including its answers to pings,
    /// so it must not take long.
    /// </summary>
    /// <returns>Why to close the session, or null to continue.</returns>
    ValueTask<EngineIoCloseReason?> OnMessageAsync(EngineIoMessage message);

    /// <summary>The client sent more at once than the limit; messages sent to it here arrive before the session is closed.</summary>
    /// <returns>Whether a message was sent.</returns>
    ValueTask<bool> OnTooLargeAsync() => ValueTask.FromResult(false);

    /// <summary>The session has ended; called once, as the last call.</summary>
    Task OnClosedAsync(EngineIoCloseReason reason);
}
