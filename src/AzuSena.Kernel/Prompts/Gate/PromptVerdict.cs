namespace AzuSena.Prompts.Gate;

/// <summary>The result of trying a prompt.</summary>
/// <param name="Prompt">The prompt with its hash: <c>Answering/AnswerQuestion.corto@3f2a9c1b7d04</c>.</param>
/// <param name="Against">The prompt it was compared with, in the same form.</param>
/// <param name="IsPassed">Whether no measure fell by more than its noise.</param>
/// <param name="Reasons">The measures that fell, with their figures, in Spanish.</param>
/// <param name="Questions">The number of questions that both prompts were tried on.</param>
public sealed record PromptVerdict(string Prompt, string Against, bool IsPassed, IReadOnlyList<string> Reasons, int Questions);
