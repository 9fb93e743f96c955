using AzuSena.Passages;

namespace AzuSena.Prompts.Budget;

/// <summary>What is to be put into a prompt as far as the model can hold it.</summary>
/// <param name="Budget">How much the model can hold.</param>
/// <param name="Question">The question, which is never cut.</param>
/// <param name="Passages">The passages, best first.</param>
/// <param name="History">The turns of the conversation, oldest first.</param>
public sealed record PromptData(ContextBudget Budget, string Question, IReadOnlyList<Passage> Passages, IReadOnlyList<HistoryTurn> History)
{
    /// <summary>The variable that gets the question.</summary>
    /// <value>The default is <c>question</c>.</value>
    public string QuestionVariable { get; init; } = "question";

    /// <summary>Whether the model can call tools, whose descriptions then take room too.</summary>
    public bool WithTools { get; init; }

    /// <summary>Whether there is no use in asking the model if no passage fits.</summary>
    public bool NeedsPassages { get; init; }
}
