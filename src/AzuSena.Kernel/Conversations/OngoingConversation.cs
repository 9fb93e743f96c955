using AzuSena.Answers;
using AzuSena.Errors;
using Microsoft.Extensions.Logging;

namespace AzuSena.Conversations;

/// <summary>A conversation with a question in progress. It admits no other question until it is disposed.</summary>
public sealed class OngoingConversation : IDisposable
{
    private readonly Func<ConversationTurn, CancellationToken, Task<bool>> _append;
    private readonly Action _leave;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private int _left;

    internal OngoingConversation(
        IReadOnlyList<ConversationTurn> turns,
        ConversationOptions options,
        Func<ConversationTurn, CancellationToken, Task<bool>> append,
        Action leave,
        TimeProvider time,
        ILogger log)
    {
        Earlier = EarlierTurns.Of(turns, options);
        _append = append;
        _leave = leave;
        _time = time;
        _log = log;
    }

    /// <summary>The turns so far.</summary>
    public EarlierTurns Earlier { get; }

    /// <summary>The turns so far, oldest first.</summary>
    public IReadOnlyList<ConversationTurn> Turns => Earlier.All;

    /// <summary>The last turns that fit into a prompt, oldest first.</summary>
    public IReadOnlyList<ConversationTurn> PromptTurns => Earlier.InPrompt;

    /// <summary>Why the answer could not be stored; null before that, or if it was stored.</summary>
    public NotKept? NotKept { get; private set; }

    /// <summary>Whether the conversation was deleted or has expired meanwhile, so that nothing of it may be stored.</summary>
    public bool IsGone => NotKept?.Code == ErrorCode.ConversationNotFound.WireName();

    /// <summary>
    /// Stores the question with its finished answer atomically, and admits the next question, so that a client can ask again as soon as the answer is complete.
    /// An answer that cannot be stored is still valid: the failure is logged and false is returned, as also if the conversation was deleted meanwhile, and
    /// <see cref="NotKept"/> has the reason. The same applies if the time ran out or the client disconnected while the answer waited to be stored.
    /// </summary>
    public async Task<bool> KeepAsync(string question, string standaloneQuestion, Answer answer, CancellationToken cancellationToken)
    {
        var citations = answer.Citations.Select(TurnCitation.Of).Distinct().ToArray();
        var turn = new ConversationTurn(
            answer.QuestionId,
            question,
            standaloneQuestion,
            answer.Response,
            answer.Mode,
            answer.Abstained,
            citations,
            _time.GetUtcNow(),
            answer.Completeness,
            answer.Lead,
            answer.More);
        try
        {
            NotKept = await _append(turn, cancellationToken) ? null : Reason(ErrorCode.ConversationNotFound);
        }
        catch (Exception exception) when (exception is AzuSenaException or OperationCanceledException)
        {
            Log.TurnNotKept(_log, exception, answer.QuestionId);
            NotKept = Reason(ErrorCode.StoreUnavailable);
        }
        finally
        {
            Dispose();
        }

        return NotKept is null;
    }

    /// <summary>Admits the next question.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _left, 1) == 0)
        {
            _leave();
        }
    }

    // The store's own message is for the operator.
    private static NotKept Reason(ErrorCode code) => new(code.WireName(), ConversationTexts.Get($"NotKept.{code}"));
}
