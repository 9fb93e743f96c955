namespace AzuSena.SocketIo.EngineIo;

/// <summary>What an application does with one session.</summary>
public interface IEngineIoHandler
{
    /// <summary>
    /// Takes the next message. Messages come one after the other: until the task has ended nothing more is read from this client, its answers
    /// to pings included, so it must not take long.
    /// </summary>
    /// <returns>Why to close the session, or null to go on.</returns>
    ValueTask<EngineIoCloseReason?> OnMessageAsync(EngineIoMessage message);

    /// <summary>The client sent more at once than is accepted; what is sent to it here arrives before the session is closed.</summary>
    /// <returns>Whether anything is sent.</returns>
    ValueTask<bool> OnTooLargeAsync() => ValueTask.FromResult(false);

    /// <summary>The session has ended; called once, and the last call.</summary>
    Task OnClosedAsync(EngineIoCloseReason reason);
}
