namespace AzuSena.Answers;

/// <summary>A turn of a conversation as its caller tells it. It is not verified: neither the answer nor what it cites is taken as known.</summary>
/// <param name="Question">The question.</param>
/// <param name="Answer">The answer that the caller shows; empty if there was none.</param>
public sealed record ToldTurn(string Question, string Answer);
