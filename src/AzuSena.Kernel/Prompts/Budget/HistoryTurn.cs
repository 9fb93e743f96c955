namespace AzuSena.Prompts.Budget;

/// <summary>One question of a conversation and the answer it got, as they were shown.</summary>
/// <param name="Question">What the person asked.</param>
/// <param name="Answer">What AzuSENA answered.</param>
public sealed record HistoryTurn(string Question, string Answer);
