using AzuSena.Answers;
using Microsoft.Extensions.Options;

namespace AzuSena.Answering.Tracing;

/// <summary>Where the trace of an answer begins.</summary>
public sealed class AnswerTracing(IOptions<TraceOptions> options, TraceBuffer buffer, TimeProvider time)
{
    /// <summary>What collects the trace of one answer until it is disposed; null where nothing is traced.</summary>
    internal TraceRecorder? Begin(Question asked, string id) => options.Value.Enabled ? new TraceRecorder(asked, id, buffer, time) : null;
}
