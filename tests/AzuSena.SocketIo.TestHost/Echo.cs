using AzuSena.SocketIo.EngineIo;

namespace AzuSena.SocketIo.TestHost;

/// <summary>Sends every message back.</summary>
internal sealed class Echo(EngineIoSession session) : IEngineIoHandler
{
    public async ValueTask<EngineIoCloseReason?> OnMessageAsync(EngineIoMessage message)
    {
        await session.SendAsync(message, session.Ended);
        return null;
    }

    public Task OnClosedAsync(EngineIoCloseReason reason) => Task.CompletedTask;
}
