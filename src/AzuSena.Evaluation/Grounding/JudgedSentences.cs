using AzuSena.Evaluation.Results;





namespace AzuSena.Evaluation.Grounding;

/// <summary>Labelled sentences with their verdicts.</summary>
/// <param name="Seed">The seed that they were made with.</param>
/// <param name="Outcomes">One outcome per sentence.</param>
/// <param name="MillisecondsPerSentence">Mean time of one sentence; the analysis of its passages is shared by the sentences compared with them.</param>
public sealed record JudgedSentences(int Seed, IReadOnlyList<SentenceOutcome> Outcomes, double MillisecondsPerSentence)
{
    /// <summary>By kind of sentence, over the held-out articles or over those that the thresholds were chosen on.</summary>
    public IReadOnlyList<GroundingFigures> Figures(bool heldOut) => [.. Outcomes
        .Where(outcome => outcome.IsHeldOut == heldOut)
        .GroupBy(outcome => outcome.Label)
        .OrderBy(group => group.Key)
        .Select(group => GroundingFigures.Of(group.Key, [.. group]))];
}
