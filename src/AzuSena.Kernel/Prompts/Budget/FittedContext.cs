using AzuSena.Passages;

namespace AzuSena.Prompts.Budget;

/// <summary>The data of a prompt, cut to what the model can hold.</summary>
/// <param name="Question">The question, whole.</param>
/// <param name="Passages">The passages as they stand in the prompt.</param>
/// <param name="History">The turns as they stand in the prompt, oldest first.</param>
/// <param name="Kept">The passages that are in it, wholly or in part: the first is cited as [1].</param>
/// <param name="KeptTurns">How many of the last turns are in it.</param>
/// <param name="Tokens">How many tokens the whole prompt takes, estimated, without the answer.</param>
/// <param name="Fits">False where the rules and the question alone take more than there is: they are never cut.</param>
public sealed record FittedContext(
    InertText Question,
    InertText Passages,
    InertText History,
    IReadOnlyList<Passage> Kept,
    int KeptTurns,
    int Tokens,
    bool Fits);
