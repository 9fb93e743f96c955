using AzuSena.Evaluation.Results;

namespace AzuSena.Evaluation.Grounding;

/// <summary>A sentence of which it is known whether passages hold it.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Text">The sentence.</param>
/// <param name="Paragraph">The paragraph whose question the passages were searched with.</param>
internal sealed record LabelledSentence(SentenceLabel Label, string Text, int Paragraph)
{
    /// <summary>Whether the passages hold it.</summary>
    public bool IsTrue => Label is SentenceLabel.Verbatim or SentenceLabel.Restated or SentenceLabel.Joined;
}
