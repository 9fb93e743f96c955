using System.Runtime.InteropServices;

namespace AzuSena.Api.Hosting.Stopping;

/// <summary>
/// Stops the service at SIGTERM, SIGINT (Ctrl-C) and SIGQUIT: first <see cref="GracefulStop"/>, then the host. Further signals have no effect: a terminal and a
/// supervisor may both send one.
/// </summary>
internal sealed class SignalLifetime(IServiceProvider services, IHostApplicationLifetime host, ILogger<SignalLifetime> log) : IHostLifetime, IDisposable
{
    private static readonly PosixSignal[] Stops = [PosixSignal.SIGTERM, PosixSignal.SIGINT, PosixSignal.SIGQUIT];

    private readonly List<PosixSignalRegistration> _signals = [];
    private int _isAsked;

    /// <summary>Whether the stop was requested; otherwise it was caused by a fault.</summary>
    public bool IsAsked => Volatile.Read(ref _isAsked) == 1;

    /// <inheritdoc/>
    public Task WaitForStartAsync(CancellationToken cancellationToken)
    {
        _signals.AddRange(Stops.Select(signal => PosixSignalRegistration.Create(signal, OnSignal)));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose() => _signals.ForEach(signal => signal.Dispose());

    private void OnSignal(PosixSignalContext signal)
    {
        // By default the runtime would end the process now.
        signal.Cancel = true;
        if (Interlocked.Exchange(ref _isAsked, 1) == 0)
        {
            _ = StopGracefullyAsync();
        }
    }

    private async Task StopGracefullyAsync()
    {
        try
        {
            await services.GetRequiredService<GracefulStop>().RunAsync();
        }
        catch (Exception exception)
        {
            Log.StopStepFailed(log, exception);
        }
        finally
        {
            host.StopApplication();
        }
    }
}
