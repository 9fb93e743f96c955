using AzuSena.Memory.Indexing;

namespace AzuSena.Api.Hosting;

/// <summary>Keeps a second service from the data folder of a first one: it starts before all else that uses the folder, and stops after it.</summary>
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
