using AzuSena.Answers;
using AzuSena.Evaluation.Results;

namespace AzuSena.Evaluation.Grounding;

/// <summary>The verdicts on one kind of sentence.</summary>
/// <param name="Label">The kind.</param>
/// <param name="Count">How many.</param>
/// <param name="Right">Share judged correctly: true ones supported, others not.</param>
/// <param name="Supported">Share judged supported.</param>
/// <param name="Partly">Share judged partly supported.</param>
/// <param name="Unsupported">Share judged unsupported.</param>
public sealed record GroundingFigures(SentenceLabel Label, int Count, double Right, double Supported, double Partly, double Unsupported)
{
    /// <summary>The figures over sentences of one kind, at least one.</summary>
    public static GroundingFigures Of(SentenceLabel label, IReadOnlyList<SentenceOutcome> outcomes) => new(
        label,
        outcomes.Count,
        Share(outcomes, outcome => outcome.IsRight),
        Share(outcomes, outcome => outcome.Support is SentenceSupport.Supported),
        Share(outcomes, outcome => outcome.Support is SentenceSupport.Partly),
        Share(outcomes, outcome => outcome.Support is SentenceSupport.Unsupported));

    private static double Share(IReadOnlyList<SentenceOutcome> outcomes, Func<SentenceOutcome, bool> holds) =>
        Math.Round(outcomes.Count(holds) / (double)outcomes.Count, 4);
}
