using AzuSena.Memory.Reading;
using AzuSena.Memory.Vectors;
using Microsoft.Extensions.Options;

namespace AzuSena.Api.Health;

/// <summary>Keeps vectors, and the English for the reader, up to date with the documents and the models, while questions are answered.</summary>
internal sealed class PassageUpkeepService(
    PassageUpkeep upkeep, IOptions<VectorOptions> options, TimeProvider time, ILogger<PassageUpkeepService> log) : BackgroundService
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
            // The service stops; what is made so far is kept.
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
