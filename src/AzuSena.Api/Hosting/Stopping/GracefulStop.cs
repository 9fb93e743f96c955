using AzuSena.Answering.Tracing;
using AzuSena.Api.Chat;
using AzuSena.Api.Work;
using AzuSena.Conversations.Titles;
using AzuSena.SocketIo;
using Microsoft.Extensions.Options;

namespace AzuSena.Api.Hosting.Stopping;

/// <summary>
/// The steps between the request to stop and the stop: no new work is accepted, answers in progress get their time, the others end with an event, and live
/// connections are closed once it is delivered. All of it before the host stops, which would abort live connections at once.
/// </summary>
internal sealed class GracefulStop(
    RunningWork work,
    ChatConnections chat,
    SocketIoServers legacyChat,
    PendingTitles titles,
    PendingTraces traces,
    IOptions<ShutdownOptions> options,
    TimeProvider time,
    ILogger<GracefulStop> log) : IHostedLifecycleService
{
    /// <summary>How long each of the last steps may take: clients that do not read, and databases that are locked, must not delay the stop.</summary>
    public static readonly TimeSpan StepLimit = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private Task? _run;

    /// <summary>Runs the steps; every call waits for the same run.</summary>
    public Task RunAsync()
    {
        lock (_lock)
        {
            return _run ??= Task.Run(DrainAsync);
        }
    }

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // For a stop without a signal; after a signal it has run already.
    /// <inheritdoc/>
    public async Task StoppingAsync(CancellationToken cancellationToken) =>
        await RunAsync().WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task DrainAsync()
    {
        work.Refuse();
        Log.Stopping(log, work.Count, options.Value.Seconds);
        await WithinAsync(TimeSpan.FromSeconds(options.Value.Seconds), async limit =>
        {
            await work.WhenNoneAsync().WaitAsync(limit);

            // Titles are generated after the answers; conversations without one keep the rule-based title.
            await titles.WhenNoneAsync().WaitAsync(limit);
        });
        if (work.Count is > 0 and var late)
        {
            Log.EndingAnswers(log, late);
        }

        await WithinAsync(StepLimit, async limit =>
        {
            await work.EndAsync().WaitAsync(limit);
            await work.WhenNoneAsync().WaitAsync(limit);
        });
        await WithinAsync(StepLimit, limit => Task.WhenAll(chat.CloseAllAsync(limit), legacyChat.CloseAllAsync().WaitAsync(limit)));
        await WithinAsync(StepLimit, traces.FlushAsync);
    }

    private async Task WithinAsync(TimeSpan limit, Func<CancellationToken, Task> step)
    {
        using var expired = new CancellationTokenSource(limit, time);
        try
        {
            await step(expired.Token).WaitAsync(expired.Token);
        }
        catch (OperationCanceledException) when (expired.IsCancellationRequested)
        {
            // Continue with the next step.
        }
        catch (Exception exception)
        {
            // A failure in one step must not prevent the others.
            Log.StopStepFailed(log, exception);
        }
    }
}
