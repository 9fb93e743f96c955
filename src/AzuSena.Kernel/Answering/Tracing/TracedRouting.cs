using AzuSena.Answering.Tools;

namespace AzuSena.Answering.Tracing;

/// <summary>How a question was held against the tools' patterns.</summary>
/// <param name="Choice">Who answers.</param>
/// <param name="From">The score from which a tool is called.</param>
/// <param name="Candidates">The functions that fit best, the best first. They hold nothing of the question.</param>
public sealed record TracedRouting(ToolChoice Choice, double From, IReadOnlyList<TracedToolCandidate> Candidates)
{
    internal static TracedRouting? Of(ToolDecision? decision, double from) => decision is null or { Calls: [], Candidates: [] } ? null : new TracedRouting(
        decision.Choice,
        from,
        [
            .. decision.Candidates.Concat(decision.Calls).Distinct().Select(call => new TracedToolCandidate(
                call.Function.Name, call.Pattern, call.Score, decision.Calls.Contains(call), call.Missing)),
        ]);
}

/// <summary>A function that a question came near.</summary>
/// <param name="Function">Its name: <c>calendar.is_holiday</c>.</param>
/// <param name="Pattern">The pattern that fits best.</param>
/// <param name="Score">How well it fits, 0 to 1.</param>
/// <param name="IsCalled">Whether it was called, or asked back.</param>
/// <param name="Missing">The parameters that the question gave no value for.</param>
public sealed record TracedToolCandidate(string Function, string Pattern, double Score, bool IsCalled, IReadOnlyList<string> Missing);
