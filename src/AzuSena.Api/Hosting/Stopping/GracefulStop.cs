using AzuSena.Answering.Tracing;
using AzuSena.Api.Chat;
using AzuSena.Api.Work;
using AzuSena.Conversations.Titles;
using AzuSena.SocketIo;
using Microsoft.Extensions.Options;

namespace AzuSena.Api.Hosting.Stopping;

/// <summary>
/// What happens between the wish that the service stop and its stop: nothing new is taken, answers under way get their time, the others end with a word, and
/// live connections are closed once it is delivered. All of it before the host stops, which would cut live connections at once.
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
    /// <summary>How long each of the last steps may take: clients that do not read, and databases that are locked, must not hold up the stop.</summary>
    public static readonly TimeSpan StepLimit = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private Task? _run;

    /// <summary>Goes through it; every call waits for the one run.</summary>
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

    // For a stop that no signal asked for; after a signal it has run already.
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

            // Named behind the answers; those that are not keep the title that the rule gave them.
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
            // The next step is due.
        }
        catch (Exception exception)
        {
            // Whatever goes wrong in one step, the others are gone through.
            Log.StopStepFailed(log, exception);
        }
    }
}
