using AzuSena.Answers;

namespace AzuSena.Evaluation.Results;

/// <summary>The verdict on one labelled sentence.</summary>
/// <param name="Id">Paragraph, label and number.</param>
/// <param name="Label">The label.</param>
/// <param name="IsHeldOut">Whether its article was not used to choose the thresholds.</param>
/// <param name="Support">The verdict.</param>
/// <param name="IsRight">Whether the verdict is right: supported for a true sentence, not supported for any other.</param>
/// <param name="Detail">The details for human readers; only for the worst mistakes.</param>
public sealed record SentenceOutcome(
    string Id,
    SentenceLabel Label,
    bool IsHeldOut,
    SentenceSupport Support,
    bool IsRight,
    SentenceDetail? Detail = null) : IMeasured;

/// <summary>A sentence with a wrong verdict.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Score">Its score, 0 to 1.</param>
/// <param name="NotFound">The parts of it that no passage supports.</param>
/// <param name="Passages">The passages that it was compared with.</param>
public sealed record SentenceDetail(string Text, double Score, IReadOnlyList<string> NotFound, IReadOnlyList<string> Passages);
