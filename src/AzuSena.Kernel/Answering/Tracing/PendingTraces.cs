using Microsoft.Extensions.Logging;

namespace AzuSena.Answering.Tracing;

/// <summary>Writes the traces that wait.</summary>
public sealed class PendingTraces(TraceBuffer buffer, TraceBuilder builder, TraceStore store, ILogger<PendingTraces> log) : IDisposable
{
    private const int BatchSize = 32;

    private readonly SemaphoreSlim _one = new(1);

    /// <summary>Writes all that wait now, and ends after whatever was being written already. What cannot be written is lost, which the log says.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            while (buffer.Take(BatchSize) is { Count: > 0 } batch)
            {
                await WriteAsync(batch);
            }
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>The trace of the last answer that was given, without keeping it; null where nothing was traced. For a process that answers one question.</summary>
    public AnswerTrace? TakeLast() => buffer.Take(int.MaxValue) is [.., var last] ? builder.Build(last) : null;

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    // What was taken is written to the end: whoever waits may leave.
    private async Task WriteAsync(List<TraceRecorder> batch)
    {
        try
        {
            await store.KeepAsync([.. batch.Select(recorded => (recorded, builder.Build(recorded)))], CancellationToken.None);
        }
        catch (Exception exception)
        {
            // Whatever is wrong with a trace, answers go on.
            Log.WriteFailed(log, exception, batch.Count);
        }
    }
}
