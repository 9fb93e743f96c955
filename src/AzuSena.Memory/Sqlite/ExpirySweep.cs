using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AzuSena.Memory.Sqlite;

/// <summary>Removes expired entries of a store when the service starts and once an hour.</summary>
/// <typeparam name="TStore">The store; also the category of the log.</typeparam>
public sealed class ExpirySweep<TStore>(TStore store, TimeProvider time, ILogger<TStore> log) : BackgroundService
    where TStore : IExpiringStore
{
    private static readonly TimeSpan Period = TimeSpan.FromHours(1);

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
            // The service is stopping.
        }
    }

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await store.SweepAsync(cancellationToken) is > 0 and var count)
            {
                Log.Swept(log, count);
            }
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // An unhandled exception would stop the host.
            Log.SweepFailed(log, exception);
        }
    }
}
