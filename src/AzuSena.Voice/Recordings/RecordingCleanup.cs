using Microsoft.Extensions.Hosting;

namespace AzuSena.Voice.Recordings;

/// <summary>Removes at the start what a process that was killed has left of recordings.</summary>
internal sealed class RecordingCleanup(RecordingIntake intake) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        intake.RemoveLeftovers();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
