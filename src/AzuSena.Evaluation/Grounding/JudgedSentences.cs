using AzuSena.Evaluation.Results;





namespace AzuSena.Evaluation.Grounding;

/// <summary>Labelled sentences and how they were judged.</summary>
/// <param name="Seed">What they were made with.</param>
/// <param name="Outcomes">A line for each.</param>
/// <param name="MillisecondsPerSentence">Mean time of one sentence, the analysis of its passages shared by those that are held against them.</param>
public sealed record JudgedSentences(int Seed, IReadOnlyList<SentenceOutcome> Outcomes, double MillisecondsPerSentence)
{
    /// <summary>By kind of sentence, over the articles that the thresholds were chosen on or over the others.</summary>
    public IReadOnlyList<GroundingFigures> Figures(bool heldOut) => [.. Outcomes
        .Where(outcome => outcome.IsHeldOut == heldOut)
        .GroupBy(outcome => outcome.Label)
        .OrderBy(group => group.Key)
        .Select(group => GroundingFigures.Of(group.Key, [.. group]))];
}
