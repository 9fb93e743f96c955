using AzuSena.Evaluation.Results;

namespace AzuSena.Evaluation.Grounding;

/// <summary>A sentence with a label that says whether the passages support it.</summary>
/// <param name="Label">The label.</param>
/// <param name="Text">The sentence.</param>
/// <param name="Paragraph">The paragraph whose question was used to search the passages.</param>
internal sealed record LabelledSentence(SentenceLabel Label, string Text, int Paragraph)
{
    /// <summary>Whether the passages support it.</summary>
    public bool IsTrue => Label is SentenceLabel.Verbatim or SentenceLabel.Restated or SentenceLabel.Joined;
}
