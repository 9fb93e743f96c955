using AzuSena.Passages;

namespace AzuSena.Prompts.Budget;

/// <summary>The data to fit into a prompt.</summary>
/// <param name="Budget">The model's context budget.</param>
/// <param name="Question">The question, which is never cut.</param>
/// <param name="Passages">The passages, best first.</param>
/// <param name="History">The turns of the conversation, oldest first.</param>
public sealed record PromptData(ContextBudget Budget, string Question, IReadOnlyList<Passage> Passages, IReadOnlyList<HistoryTurn> History)
{
    /// <summary>The variable of the question.</summary>
    /// <value>The default is <c>question</c>.</value>
    public string QuestionVariable { get; init; } = "question";

    /// <summary>What the program that asks wishes of the answer's tone and form; null for nothing.</summary>
    public string? Wish { get; init; }

    /// <summary>Whether the model can call tools, whose descriptions take up space too.</summary>
    public bool WithTools { get; init; }

    /// <summary>Whether asking the model is pointless if no passage fits.</summary>
    public bool NeedsPassages { get; init; }
}
