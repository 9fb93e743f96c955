using AzuSena.Answers;
using Microsoft.Extensions.Options;

namespace AzuSena.Answering.Tracing;

/// <summary>Starts the traces of answers.</summary>
public sealed class AnswerTracing(IOptions<TraceOptions> options, TraceBuffer buffer, TimeProvider time)
{
    /// <summary>The recorder of one answer's trace, until it is disposed; null if tracing is off.</summary>
    internal TraceRecorder? Begin(Question asked, string id) => options.Value.Enabled ? new TraceRecorder(asked, id, buffer, time) : null;
}
