using Microsoft.Extensions.Hosting;

namespace AzuSena.Answering.Tracing;

/// <summary>Writes traces as they come, beside the answers, and what still waits when the service stops.</summary>
internal sealed class TraceWriting(TraceBuffer buffer, PendingTraces traces) : BackgroundService
{
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await traces.FlushAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The host's time is over: what still waits is lost, but the other services must be stopped as well.
        }
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
            // The service stops.
        }
    }
}
