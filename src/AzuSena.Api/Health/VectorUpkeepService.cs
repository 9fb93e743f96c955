using AzuSena.Errors;
using AzuSena.Memory.Vectors;
using Microsoft.Extensions.Options;

namespace AzuSena.Api.Health;

/// <summary>Keeps the vectors in line with the documents and with the embedding model in use, while questions are answered.</summary>
internal sealed class VectorUpkeepService(VectorUpkeep upkeep, IOptions<VectorOptions> options, TimeProvider time, ILogger<VectorUpkeepService> log) : BackgroundService
{
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

    // The database may be out of reach for a while; the next pass tries again.
    private async Task TryAsync(CancellationToken stoppingToken)
    {
        try
        {
            await upkeep.RunAsync(progress: null, stoppingToken);
        }
        catch (AzuSenaException exception)
        {
            Log.UpkeepFailed(log, exception);
        }
    }
}
