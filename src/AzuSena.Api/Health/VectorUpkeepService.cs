using AzuSena.Memory.Vectors;
using Microsoft.Extensions.Options;

namespace AzuSena.Api.Health;

/// <summary>Keeps the vectors up to date with the documents and the embedding model, while questions are answered.</summary>
internal sealed class VectorUpkeepService(
    VectorUpkeep upkeep, IOptions<VectorOptions> options, TimeProvider time, ILogger<VectorUpkeepService> log) : BackgroundService
{
    private bool _failing;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.Value.RefreshSeconds), time);
        try
        {
            do
            {
                await TryAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops; the vectors made so far are kept.
        }
    }

    // The database may be temporarily unavailable; the next pass retries.
    private async Task TryAsync(CancellationToken stoppingToken)
    {
        try
        {
            await upkeep.RunAsync(progress: null, stoppingToken);
            _failing = false;
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            // If propagated, it would end the host. Logged once until a pass succeeds again.
            if (!_failing)
            {
                Log.UpkeepFailed(log, exception);
            }

            _failing = true;
        }
    }
}
