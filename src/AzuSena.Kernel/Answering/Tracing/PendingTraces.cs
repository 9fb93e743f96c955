using AzuSena.Conversations;
using AzuSena.Errors;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AzuSena.Answering.Tracing;

/// <summary>
/// Writes the traces that wait. Each is built by itself, so that one that cannot be built costs no other; what the database does not take for now is tried
/// again with what comes next.
/// </summary>
public sealed class PendingTraces(
    TraceBuffer buffer, TraceBuilder builder, TraceStore store, IOptions<TraceOptions> options, ILogger<PendingTraces> log) : IDisposable
{
    private const int BatchSize = 64;

    private readonly SemaphoreSlim _one = new(1);

    // What is being written, or was refused by the database so far; only for whoever holds the semaphore.
    private readonly List<TraceRow> _batch = [];
    private bool _isRefused;

    /// <summary>Writes all that wait now, after whatever was being written already. Where the token is cancelled, what is left waits on.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            while (Fill() && await WriteAsync())
            {
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>The same for the last time. No error where the time does not suffice: the log says how many traces that costs.</summary>
    internal async Task FlushLastAsync(CancellationToken cancellationToken)
    {
        try
        {
            await FlushAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Counted below.
        }

        if (buffer.Count + _batch.Count is > 0 and var lost)
        {
            Log.LostAtStop(log, lost);
        }
    }

    /// <summary>The trace of the last answer that was given, without keeping it; null where nothing was traced. For a process that answers one question.</summary>
    public AnswerTrace? TakeLast() => buffer.Take(int.MaxValue) is [.., var last] ? builder.Build(last) : null;

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    // False where nothing waits.
    private bool Fill()
    {
        while (_batch.Count < BatchSize && buffer.Take(BatchSize - _batch.Count) is { Count: > 0 } recorded)
        {
            _batch.AddRange(recorded.Select(TryBuild).OfType<TraceRow>());
        }

        return _batch.Count > 0;
    }

    private TraceRow? TryBuild(TraceRecorder recorded)
    {
        try
        {
            if (TraceSize.Fit(builder.Build(recorded), options.Value.MaxBytes) is { } json)
            {
                var conversation = recorded.Asked.ConversationId is { } id ? ConversationId.HashOf(id) : null;
                return new TraceRow(recorded.QuestionId, recorded.Asked.Owner, conversation, recorded.AskedAt, json);
            }

            Log.TraceTooLarge(log, recorded.QuestionId);
        }
        catch (Exception exception)
        {
            // Whatever is wrong with this trace, the others are kept and answers go on.
            Log.BuildFailed(log, exception, recorded.QuestionId);
        }

        return null;
    }

    // No row holds anything that the database could refuse by itself: where a batch fails, the reason is the database's.
    // False where it stays to be tried again.
    private async Task<bool> WriteAsync()
    {
        try
        {
            // What was begun is written to the end: whoever waits may leave.
            await store.KeepAsync(_batch, CancellationToken.None);
            if (_isRefused)
            {
                Log.WrittenAgain(log);
                _isRefused = false;
            }
        }
        catch (AzuSenaException exception)
        {
            if (!_isRefused)
            {
                Log.Refused(log, exception);
                _isRefused = true;
            }

            return false;
        }
        catch (Exception exception)
        {
            Log.WriteFailed(log, exception, _batch.Count);
        }

        _batch.Clear();
        return true;
    }
}
