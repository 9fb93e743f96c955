using Microsoft.Extensions.Hosting;

namespace AzuSena.Voice.Transcribing;

/// <summary>Loads the model in the background, and retries while it is missing: it may be downloaded while the service runs.</summary>
internal sealed class SpeechModelLoading(SpeechModel model, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var timer = new PeriodicTimer(Pause, time);
        try
        {
            while (!await model.TryLoadAsync(stoppingToken))
            {
                await timer.WaitForNextTickAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service is stopping.
        }
    }
}
