using AzuSena.Conversations;
using AzuSena.Errors;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AzuSena.Answering.Tracing;

/// <summary>
/// Writes the pending traces. Each is built separately, so that a failure affects no other; rows that the database rejects are retried with the next ones.
/// </summary>
public sealed class PendingTraces(
    TraceBuffer buffer, TraceBuilder builder, TraceStore store, IOptions<TraceOptions> options, ILogger<PendingTraces> log) : IDisposable
{
    private const int BatchSize = 64;

    private readonly SemaphoreSlim _one = new(1);

    // The rows being written, or rejected by the database so far; only accessed while holding the semaphore.
    private readonly List<TraceRow> _batch = [];
    private bool _isRefused;

    /// <summary>Writes all pending traces, after those that are already being written. If the token is cancelled, the rest stays pending.</summary>
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

    /// <summary>The same on shutdown. Does not throw if the time is insufficient: the number of lost traces is logged.</summary>
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

    /// <summary>The trace of the last answer, without storing it; null if nothing was traced. For a process that answers a single question.</summary>
    public AnswerTrace? TakeLast() => buffer.Take(int.MaxValue) is [.., var last] ? builder.Build(last) : null;

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    // False if nothing is pending.
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
            // An error in this trace must not affect other traces or answers.
            Log.BuildFailed(log, exception, recorded.QuestionId);
        }

        return null;
    }

    // No row contains anything that the database could reject on its own: if a batch fails, the cause is the database. False if the batch stays to be retried.
    private async Task<bool> WriteAsync()
    {
        try
        {
            // Not cancelled: a write in progress is completed even if the caller stops waiting.
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
