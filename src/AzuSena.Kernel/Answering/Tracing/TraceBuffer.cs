using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AzuSena.Answering.Tracing;

/// <summary>The answers whose traces are still to be written. One that comes while too many wait is lost: no answer waits for its trace.</summary>
/// <remarks>Safe for concurrent use.</remarks>
public sealed class TraceBuffer(IOptions<TraceOptions> options, ILogger<TraceBuffer> log)
{
    private readonly Channel<TraceRecorder> _waiting = Channel.CreateBounded<TraceRecorder>(new BoundedChannelOptions(options.Value.MaxPending) { FullMode = BoundedChannelFullMode.Wait });

    /// <summary>How many wait.</summary>
    internal int Count => _waiting.Reader.Count;

    internal void Offer(TraceRecorder trace)
    {
        if (!_waiting.Writer.TryWrite(trace))
        {
            Log.TraceLost(log, trace.QuestionId);
        }
    }

    /// <summary>Ends once something waits.</summary>
    internal ValueTask<bool> WaitAsync(CancellationToken cancellationToken) => _waiting.Reader.WaitToReadAsync(cancellationToken);

    /// <summary>Takes what waits, at most <paramref name="limit"/>, the oldest first.</summary>
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
