namespace AzuSena.Prompts.Gate;

/// <summary>What trying a prompt found.</summary>
/// <param name="Prompt">The prompt with its hash: <c>Answering/AnswerQuestion.corto@3f2a9c1b7d04</c>.</param>
/// <param name="Against">What it was held against, in the same form.</param>
/// <param name="IsPassed">Whether no measure fell by more than its noise.</param>
/// <param name="Reasons">The measures that fell, each with its figures, in Spanish.</param>
/// <param name="Questions">How many questions both were asked.</param>
public sealed record PromptVerdict(string Prompt, string Against, bool IsPassed, IReadOnlyList<string> Reasons, int Questions);
