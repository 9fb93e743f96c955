using AzuSena.Errors;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AzuSena.Answering.Tracing;

/// <summary>Removes expired traces when the service starts and once a day.</summary>
internal sealed class TraceSweep(TraceStore store, TimeProvider time, ILogger<TraceSweep> log) : BackgroundService
{
    /// <summary>How often it runs.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var timer = new PeriodicTimer(Period, time);
        try
        {
            do
            {
                await SweepAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops.
        }
    }

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        try
        {
            await store.SweepAsync(cancellationToken);
        }
        catch (AzuSenaException exception)
        {
            // Tried again in a day; until then nobody can read what has expired all the same.
            Log.SweepFailed(log, exception);
        }
    }
}
