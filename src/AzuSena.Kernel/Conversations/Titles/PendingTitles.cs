using System.Threading.Channels;
using AzuSena.Answers;
using AzuSena.Courtesies;
using AzuSena.Hosting;

namespace AzuSena.Conversations.Titles;

/// <summary>The conversations that a model is to name. Bounded: where more come than can be named, the rest keep the title that the rule gave them.</summary>
public sealed class PendingTitles
{
    private const int MaxWaiting = 100;

    private readonly WaitGroup _unnamed = new();
    private readonly Channel<UntitledConversation> _waiting = Channel.CreateBounded<UntitledConversation>(new BoundedChannelOptions(MaxWaiting));

    /// <summary>Puts a conversation in line, if the answer is a model's and the first in it that says something of a subject. Never waits.</summary>
    /// <param name="asked">The question as it was asked.</param>
    /// <param name="before">The turns before it.</param>
    /// <param name="answer">Its answer.</param>
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

    /// <summary>Ends once every conversation in line was named, or could not be.</summary>
    public Task WhenNoneAsync() => _unnamed.WhenNoneAsync();

    /// <summary>A conversation that was in line is dealt with.</summary>
    internal void Done() => _unnamed.Done();

    /// <summary>The conversations, as they come; tell <see cref="Done"/> of each.</summary>
    internal IAsyncEnumerable<UntitledConversation> ReadAllAsync(CancellationToken cancellationToken) => _waiting.Reader.ReadAllAsync(cancellationToken);

    private static bool SaysSomething(string question) => SmallTalk.ReplyTo(question) is null;
}

/// <summary>A conversation that a model is to name.</summary>
/// <param name="Id">Its id, a secret.</param>
/// <param name="Owner">Who began it.</param>
/// <param name="QuestionId">Names its question in the log.</param>
/// <param name="Question">Its first question.</param>
/// <param name="Answer">The answer to it.</param>
internal sealed record UntitledConversation(string Id, string? Owner, string QuestionId, string Question, string Answer);
