namespace AzuSena.Prompts.Budget;

/// <summary>A question of a conversation with its answer, as shown.</summary>
/// <param name="Question">The user's question.</param>
/// <param name="Answer">AzuSENA's answer.</param>
public sealed record HistoryTurn(string Question, string Answer);
