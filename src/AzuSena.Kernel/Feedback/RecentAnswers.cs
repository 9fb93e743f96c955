using AzuSena.Answers;
using Microsoft.Extensions.Options;

namespace AzuSena.Feedback;

/// <summary>The most recent answers, kept in memory so that they can be rated; the oldest is dropped beyond the limit. Nothing is written to disk.</summary>
/// <remarks>Safe for concurrent use.</remarks>
public sealed class RecentAnswers(IOptions<FeedbackOptions> options)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, RecentAnswer> _answers = [];
    private readonly Queue<string> _order = [];

    /// <summary>Adds an answer.</summary>
    /// <param name="asked">The original question.</param>
    /// <param name="standalone">The standalone question that was searched.</param>
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

    /// <summary>The questions suggested after the latest answer to a question of this owner; empty if it is not kept, or had none.</summary>
    /// <param name="question">The question's text.</param>
    /// <param name="owner">The caller, if callers are identified.</param>
    public IReadOnlyList<string> SuggestionsAfter(string question, string? owner)
    {
        lock (_lock)
        {
            return _order.Reverse().Select(id => _answers.GetValueOrDefault(id))
                .FirstOrDefault(answer => answer is not null && answer.Asked.Text == question && answer.Asked.Owner == owner)?.Answer.Suggestions ?? [];
        }
    }

    /// <summary>The answer to a question of this owner; null if it is not kept.</summary>
    internal RecentAnswer? Find(string questionId, string? owner)
    {
        lock (_lock)
        {
            return _answers.TryGetValue(questionId, out var answer) && answer.Asked.Owner == owner ? answer : null;
        }
    }

    /// <summary>Removes an answer. Its entry in the order remains and is skipped.</summary>
    internal void Forget(string questionId)
    {
        lock (_lock)
        {
            _answers.Remove(questionId);
        }
    }

    /// <summary>Removes the answers of deleted conversations.</summary>
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
/// <param name="Asked">The original question.</param>
/// <param name="Standalone">The standalone question that was searched.</param>
/// <param name="Answer">The whole answer.</param>
internal sealed record RecentAnswer(Question Asked, string Standalone, Answer Answer);
