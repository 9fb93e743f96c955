namespace AzuSena.Api.Supervision;

/// <summary>
/// A hosted service that is created when its turn to start has come, not while the host is composed: its constructor may need what an earlier one loads. If it
/// is a background service, a failure is logged and reported by <c>/health/ready</c>, and it restarts after a pause; the host continues.
/// </summary>
/// <param name="type">The service.</param>
/// <param name="services">Creates the service.</param>
/// <param name="health">Records failures.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Logs failures.</param>
internal sealed class SupervisedService(Type type, IServiceProvider services, BackgroundHealth health, TimeProvider time, ILogger<SupervisedService> log)
    : IHostedService, IAsyncDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private readonly CancellationTokenSource _stopping = new();
    private readonly SemaphoreSlim _turn = new(1);
    private readonly string _name = BackgroundHealth.NameOf(type);
    private AsyncServiceScope? _scope;
    private IHostedService? _service;
    private Task _supervising = Task.CompletedTask;

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await BeginAsync(cancellationToken);
        _supervising = SuperviseAsync();
    }

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await (_service?.StopAsync(cancellationToken) ?? Task.CompletedTask);
        }
        finally
        {
            _turn.Release();
        }

        await _supervising.WaitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await (_scope?.DisposeAsync() ?? ValueTask.CompletedTask);
        _turn.Dispose();
        _stopping.Dispose();
    }

    private async Task BeginAsync(CancellationToken cancellationToken)
    {
        var scope = services.CreateAsyncScope();
        _scope = scope;
        _service = (IHostedService)scope.ServiceProvider.GetRequiredService(type);
        await _service.StartAsync(cancellationToken);
    }

    private async Task SuperviseAsync()
    {
        var pause = FirstPause;
        for (Func<Task> run = EndAsync; await FailureOfAsync(run) is { } failure; run = BeginAnewAsync)
        {
            health.Failed(_name);
            Log.BackgroundServiceFailed(log, failure, _name, pause);
            await Task.Delay(pause, time, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    // Null if the service ended by itself, or is being stopped.
    private async Task<Exception?> FailureOfAsync(Func<Task> run)
    {
        try
        {
            await run();
            return null;
        }
        catch (Exception) when (_stopping.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception exception)
        {
            return exception;
        }
    }

    private Task EndAsync() => (_service as BackgroundService)?.ExecuteTask ?? Task.CompletedTask;

    private async Task BeginAnewAsync()
    {
        await _turn.WaitAsync(_stopping.Token);
        try
        {
            _stopping.Token.ThrowIfCancellationRequested();
            await (_scope?.DisposeAsync() ?? ValueTask.CompletedTask);
            await BeginAsync(_stopping.Token);
        }
        finally
        {
            _turn.Release();
        }

        await EndAsync();
    }
}
