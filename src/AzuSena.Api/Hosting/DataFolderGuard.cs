using AzuSena.Memory.Indexing;

namespace AzuSena.Api.Hosting;

/// <summary>Keeps a second service from using the same data folder: it starts before everything else that uses the folder, and stops after it.</summary>
internal sealed class DataFolderGuard(ServingLock serving) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        serving.Take();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        serving.Dispose();
        return Task.CompletedTask;
    }
}
