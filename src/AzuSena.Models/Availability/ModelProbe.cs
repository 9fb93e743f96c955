using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace AzuSena.Models.Availability;

/// <summary>Checks the model server every few seconds while the service runs, so that no question has to fail to detect an outage.</summary>
internal sealed class ModelProbe(ModelWatch watch, IOptions<LlmOptions> options, TimeProvider time) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.Serving is LlmProvider.None)
        {
            return;
        }

        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.Value.ProbeSeconds), time);
        try
        {
            do
            {
                await watch.ProbeAsync(onlyIfStale: false, stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service is stopping; a host that fails to start would report this as another failure.
        }
    }
}
