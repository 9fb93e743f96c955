using AzuSena.Answering.Ranking;
using AzuSena.Answers;
using AzuSena.Conversations;
using AzuSena.Languages;
using AzuSena.Memory.Search;
using AzuSena.Passages;

namespace AzuSena.Answering;

/// <summary>The input of an answer.</summary>
/// <param name="QuestionId">The question's id, used in logs.</param>
/// <param name="Question">The standalone question.</param>
/// <param name="Search">The search result.</param>
/// <param name="History">The last turns of the conversation that fit into a prompt, oldest first; empty outside a conversation.</param>
public sealed record AnswerMaterial(string QuestionId, Question Question, SearchResult Search, IReadOnlyList<ConversationTurn> History)
{
    private IReadOnlyList<AskedPart>? _parts;

    /// <summary>What the question asks; one part unless it asks several things.</summary>
    public IReadOnlyList<AskedPart> Parts
    {
        get => _parts ??= [new AskedPart(Question.Text, 1, IsAnswered: true, QuoteRanking.Of(Question.Text, Search))];
        init => _parts = value;
    }

    /// <summary>The question with the situation that the asker tells beside it, for a model; extraction needs what is asked alone.</summary>
    public string Told { get; init; } = Question.Text;

    /// <summary>The language that the question was asked in.</summary>
    public AskedLanguage Language { get; init; }

    /// <summary>The results of the tools that answer the question; each is also among the passages, before those of the documents.</summary>
    public IReadOnlyList<Passage> Tools { get; init; } = [];

    /// <summary>Whether the passages do not answer, so that only a tool that the model calls can.</summary>
    public bool NeedsTool { get; init; }

    /// <summary>The key that selects a prompt variant: all answers of a conversation use the same one.</summary>
    public string VariantKey => Question.ConversationId ?? QuestionId;

    /// <summary>The input of a reply that needs no passages.</summary>
    public static AnswerMaterial WithoutSearch(string questionId, Question question, IReadOnlyList<ConversationTurn> history) =>
        new(questionId, question, new SearchResult([], [], [], RarestIdf: 0, Generation: 0), history);
}
