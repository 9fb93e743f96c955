using Microsoft.Extensions.Hosting;

namespace AzuSena.Voice.Recordings;

/// <summary>Deletes, at the start, recordings left by a process that was killed.</summary>
internal sealed class RecordingCleanup(RecordingIntake intake) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        intake.RemoveLeftovers();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
