namespace AzuSena.Answering.Grounding.Judging;

/// <summary>What a model said when it was asked whether a passage says a sentence.</summary>
/// <param name="Outcome">Its answer.</param>
/// <param name="Passage">The number of the passage that says it; null where none does.</param>
/// <param name="Prompt">The prompt that it was asked by, with its hash.</param>
/// <param name="Took">How long it took.</param>
internal sealed record Judgement(JudgeOutcome Outcome, int? Passage, string Prompt, TimeSpan Took);

/// <summary>How a model judged a sentence.</summary>
public enum JudgeOutcome
{
    /// <summary>A passage says all of it.</summary>
    Holds,

    /// <summary>None does.</summary>
    No,

    /// <summary>It failed, took too long or wrote something else.</summary>
    Failed,
}
