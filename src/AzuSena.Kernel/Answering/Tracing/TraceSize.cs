using System.Text;

namespace AzuSena.Answering.Tracing;

/// <summary>Limits the size of traces: the least informative parts are removed first.</summary>
internal static class TraceSize
{
    private static readonly Func<AnswerTrace, AnswerTrace>[] Reductions =
    [
        trace => WithCandidates(trace, candidate => candidate with { Text = null }),
        trace => WithCandidates(trace, candidate => candidate.Fate is CandidateFate.BeforeRerank ? null : candidate),
        trace => WithCandidates(trace, candidate => candidate.Fate is CandidateFate.Kept ? candidate : null),
        trace => trace with
        {
            Answer = trace.Answer is { } answer ? answer with { Response = Hash(answer.Response), Grounding = null } : null,
            Judgements = null
        },
        trace => trace with { Steps = [] },
        trace => trace with { Answer = trace.Answer is { } answer ? answer with { Citations = [] } : null },
        trace => trace with
        {
            Question = trace.Question with { Asked = Hash(trace.Question.Asked), Standalone = Hash(trace.Question.Standalone), Previous = null },
            Retrieval = trace.Retrieval is { } retrieval
                ? retrieval with { Terms = [], Corrections = [], Rules = retrieval.Rules is { } rules ? rules with { Named = [] } : null }
                : null,
        },
        trace => WithCandidates(trace, candidate => candidate with { Title = null, Rerank = null }),
        trace => trace with { Prompt = trace.Prompt is { } prompt ? prompt with { Model = prompt.Model with { Tools = [] } } : null },
    ];

    /// <summary>The trace as JSON of at most <paramref name="maxBytes"/> bytes; null if it cannot be reduced that far.</summary>
    public static string? Fit(AnswerTrace trace, int maxBytes)
    {
        var json = TraceJson.Write(trace);
        foreach (var reduce in Reductions)
        {
            if (Encoding.UTF8.GetByteCount(json) <= maxBytes)
            {
                break;
            }

            trace = reduce(trace) with { Shortened = true };
            json = TraceJson.Write(trace);
        }

        return Encoding.UTF8.GetByteCount(json) <= maxBytes ? json : null;
    }

    private static TracedText Hash(TracedText text) => text with { Text = null };

    private static AnswerTrace WithCandidates(AnswerTrace trace, Func<TracedCandidate, TracedCandidate?> keep) =>
        trace.Retrieval is not { } retrieval ? trace : trace with
        {
            Retrieval = retrieval with { Candidates = [.. retrieval.Candidates.Select(keep).OfType<TracedCandidate>()] },
        };
}
