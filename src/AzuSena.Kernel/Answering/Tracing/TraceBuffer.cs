using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AzuSena.Answering.Tracing;

/// <summary>The queue of answers whose traces are not written yet. Traces beyond the limit are lost: no answer waits for its trace.</summary>
/// <remarks>Safe for concurrent use.</remarks>
public sealed class TraceBuffer(IOptions<TraceOptions> options, ILogger<TraceBuffer> log)
{
    private readonly Channel<TraceRecorder> _waiting =
        Channel.CreateBounded<TraceRecorder>(
            new BoundedChannelOptions(options.Value.MaxPending) { FullMode = BoundedChannelFullMode.Wait });

    /// <summary>The number of pending traces.</summary>
    internal int Count => _waiting.Reader.Count;

    internal void Offer(TraceRecorder trace)
    {
        if (!_waiting.Writer.TryWrite(trace))
        {
            Log.TraceLost(log, trace.QuestionId);
        }
    }

    /// <summary>Completes once a trace is pending.</summary>
    internal ValueTask<bool> WaitAsync(CancellationToken cancellationToken) => _waiting.Reader.WaitToReadAsync(cancellationToken);

    /// <summary>Takes pending traces, at most <paramref name="limit"/>, oldest first.</summary>
    internal List<TraceRecorder> Take(int limit)
    {
        var taken = new List<TraceRecorder>();
        while (taken.Count < limit && _waiting.Reader.TryRead(out var trace))
        {
            taken.Add(trace);
        }

        return taken;
    }
}
