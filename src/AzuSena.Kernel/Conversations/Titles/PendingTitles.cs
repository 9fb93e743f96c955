using System.Threading.Channels;
using AzuSena.Answers;
using AzuSena.Courtesies;
using AzuSena.Hosting;

namespace AzuSena.Conversations.Titles;

/// <summary>The queue of conversations to be named by a model. Bounded: conversations beyond the limit keep their rule-based title.</summary>
public sealed class PendingTitles
{
    private const int MaxWaiting = 100;

    private readonly WaitGroup _unnamed = new();
    private readonly Channel<UntitledConversation> _waiting = Channel.CreateBounded<UntitledConversation>(new BoundedChannelOptions(MaxWaiting));

    /// <summary>Queues a conversation if the answer is a model's and the first one with a subject. Never blocks.</summary>
    /// <param name="asked">The original question.</param>
    /// <param name="before">The previous turns.</param>
    /// <param name="answer">The answer.</param>
    public void Offer(Question asked, IReadOnlyList<ConversationTurn> before, Answer answer)
    {
        if (asked.ConversationId is { } id && answer.Prompt is not null && SaysSomething(asked.Text) && !before.Any(turn => SaysSomething(turn.Question)))
        {
            _unnamed.Add();
            if (!_waiting.Writer.TryWrite(new UntitledConversation(id, asked.Owner, answer.QuestionId, asked.Text, answer.Response)))
            {
                _unnamed.Done();
            }
        }
    }

    /// <summary>Completes once every queued conversation has been processed.</summary>
    public Task WhenNoneAsync() => _unnamed.WhenNoneAsync();

    /// <summary>Marks a queued conversation as processed.</summary>
    internal void Done() => _unnamed.Done();

    /// <summary>The queued conversations as they arrive; call <see cref="Done"/> for each.</summary>
    internal IAsyncEnumerable<UntitledConversation> ReadAllAsync(CancellationToken cancellationToken) => _waiting.Reader.ReadAllAsync(cancellationToken);

    private static bool SaysSomething(string question) => SmallTalk.ReplyTo(question) is null;
}

/// <summary>A conversation to be named by a model.</summary>
/// <param name="Id">Its id, a secret.</param>
/// <param name="Owner">Its owner.</param>
/// <param name="QuestionId">The question's id, used in logs.</param>
/// <param name="Question">Its first question.</param>
/// <param name="Answer">The answer to that question.</param>
internal sealed record UntitledConversation(string Id, string? Owner, string QuestionId, string Question, string Answer);
