using AzuSena.Answers;

namespace AzuSena.Conversations;

/// <summary>What was said before a question: the turns of its conversation, or those that its caller tells.</summary>
/// <param name="All">The turns, oldest first.</param>
/// <param name="InPrompt">The last of them that fit into a prompt, oldest first.</param>
public sealed record EarlierTurns(IReadOnlyList<ConversationTurn> All, IReadOnlyList<ConversationTurn> InPrompt)
{
    /// <summary>For a question that stands alone.</summary>
    public static EarlierTurns None { get; } = new([], []);

    /// <summary>The turns of a stored conversation.</summary>
    internal static EarlierTurns Of(IReadOnlyList<ConversationTurn> turns, ConversationOptions options) =>
        turns.Count == 0 ? None : new(turns, ConversationHistory.Newest(turns, options.PromptTurns, options.PromptCharacters));

    /// <summary>The last told turns, as many as a stored conversation may have. A follow-up among them is completed by the rule.</summary>
    internal static EarlierTurns Of(IReadOnlyList<ToldTurn> told, ConversationOptions options)
    {
        var turns = new List<ConversationTurn>();
        foreach (var turn in told.TakeLast(options.MaxTurns))
        {
            var question = ConversationHistory.Shorten(turn.Question, Question.MaxLength);
            turns.Add(new ConversationTurn(
                QuestionId: "", question, StandaloneQuestion.From(question, turns), turn.Answer, Mode: "", Abstained: false, Citations: [], default));
        }

        return Of(turns, options);
    }
}
