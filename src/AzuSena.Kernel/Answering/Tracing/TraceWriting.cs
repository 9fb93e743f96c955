using Microsoft.Extensions.Hosting;

namespace AzuSena.Answering.Tracing;

/// <summary>Background service that writes traces as they arrive, and the pending ones on shutdown.</summary>
internal sealed class TraceWriting(TraceBuffer buffer, PendingTraces traces) : BackgroundService
{
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await traces.FlushLastAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            while (await buffer.WaitAsync(stoppingToken))
            {
                await traces.FlushAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service is stopping.
        }
    }
}
