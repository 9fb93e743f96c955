using AzuSena.Answers;
using Microsoft.Extensions.Options;

namespace AzuSena.Feedback;

/// <summary>The last answers that were given, so that they can be rated; the oldest goes when there are too many. Nothing of it is written down.</summary>
/// <remarks>Safe for concurrent use.</remarks>
public sealed class RecentAnswers(IOptions<FeedbackOptions> options)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, RecentAnswer> _answers = [];
    private readonly Queue<string> _order = [];

    /// <summary>Remembers an answer.</summary>
    /// <param name="asked">The question as it was asked.</param>
    /// <param name="standalone">The question as it was searched for.</param>
    /// <param name="answer">The whole answer.</param>
    public void Keep(Question asked, Question standalone, Answer answer)
    {
        lock (_lock)
        {
            if (_answers.TryAdd(answer.QuestionId, new RecentAnswer(asked, standalone.Text, answer)))
            {
                _order.Enqueue(answer.QuestionId);
            }

            while (_order.Count > options.Value.RecentAnswers)
            {
                _answers.Remove(_order.Dequeue());
            }
        }
    }

    /// <summary>The answer to a question that this owner asked; null where it is not remembered.</summary>
    internal RecentAnswer? Find(string questionId, string? owner)
    {
        lock (_lock)
        {
            return _answers.TryGetValue(questionId, out var answer) && answer.Asked.Owner == owner ? answer : null;
        }
    }

    /// <summary>Forgets an answer. Its place in the order stays; it is passed over there.</summary>
    internal void Forget(string questionId)
    {
        lock (_lock)
        {
            _answers.Remove(questionId);
        }
    }

    /// <summary>Forgets the answers of conversations that were deleted.</summary>
    internal void ForgetConversations(IReadOnlyCollection<string> conversationIds)
    {
        var deleted = conversationIds.ToHashSet(StringComparer.Ordinal);
        lock (_lock)
        {
            foreach (var (id, answer) in _answers)
            {
                if (answer.Asked.ConversationId is { } conversation && deleted.Contains(conversation))
                {
                    _answers.Remove(id);
                }
            }
        }
    }
}

/// <summary>An answer that can be rated.</summary>
/// <param name="Asked">The question as it was asked.</param>
/// <param name="Standalone">The question as it was searched for.</param>
/// <param name="Answer">The whole answer.</param>
internal sealed record RecentAnswer(Question Asked, string Standalone, Answer Answer);
