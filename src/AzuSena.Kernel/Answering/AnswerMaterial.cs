using AzuSena.Answers;
using AzuSena.Conversations;
using AzuSena.Memory.Search;

namespace AzuSena.Answering;

/// <summary>What an answer is made from.</summary>
/// <param name="QuestionId">Names the question in logs.</param>
/// <param name="Question">The question, complete by itself.</param>
/// <param name="Search">What the memory holds on it.</param>
/// <param name="History">The last turns of its conversation, oldest first, as many as a prompt may be given; empty without one.</param>
public sealed record AnswerMaterial(string QuestionId, Question Question, SearchResult Search, IReadOnlyList<ConversationTurn> History)
{
    /// <summary>What decides among the variants of a prompt: one conversation is always answered with the same.</summary>
    public string VariantKey => Question.ConversationId ?? QuestionId;

    /// <summary>The material of a reply that needs no passage.</summary>
    public static AnswerMaterial WithoutSearch(string questionId, Question question, IReadOnlyList<ConversationTurn> history) =>
        new(questionId, question, new SearchResult([], [], [], RarestIdf: 0, Generation: 0), history);
}
