using AzuSena.Errors;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AzuSena.Conversations;

/// <summary>Removes expired conversations when the service starts and once an hour.</summary>
internal sealed class ConversationSweep(ConversationStore store, TimeProvider time, ILogger<ConversationSweep> log) : BackgroundService
{
    /// <summary>How often it runs.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromHours(1);

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
            if (await store.SweepAsync(cancellationToken) is > 0 and var count)
            {
                Log.Swept(log, count);
            }
        }
        catch (Exception exception) when (exception is AzuSenaException or IOException or UnauthorizedAccessException)
        {
            // Tried again in an hour; until then nobody can read what has expired all the same.
            Log.SweepFailed(log, exception);
        }
    }
}
