using AzuSena.Passages;
using AzuSena.Prompts.Links;

namespace AzuSena.Prompts.Budget;

/// <summary>The data of a prompt, fitted to the model's context.</summary>
/// <param name="Question">The question, unabridged.</param>
/// <param name="Passages">The passages as included in the prompt.</param>
/// <param name="History">The turns as included in the prompt, oldest first.</param>
/// <param name="Kept">The included passages, whole or shortened: the first is cited as [1].</param>
/// <param name="KeptTurns">The number of included turns, counted from the last.</param>
/// <param name="Tokens">The estimated tokens of the whole prompt, without the answer.</param>
/// <param name="Fits">False if the rules and the question, which are never cut, exceed the context on their own.</param>
/// <param name="Links">The addresses of the passages, which the prompt shows as placeholders.</param>
public sealed record FittedContext(
    InertText Question,
    InertText Passages,
    InertText History,
    IReadOnlyList<Passage> Kept,
    int KeptTurns,
    int Tokens,
    bool Fits,
    PassageLinks Links)
{
    /// <summary>The caller's wish in its frame, as included in the prompt; empty if there is none.</summary>
    public InertText Wish { get; init; } = InertText.Of("");
}
