using AzuSena.Answers;
using AzuSena.Errors;
using Microsoft.Extensions.Logging;

namespace AzuSena.Conversations;

/// <summary>A conversation while one question in it is being answered. Nobody else gets in until it is disposed.</summary>
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
        Turns = turns;
        PromptTurns = ConversationHistory.Newest(turns, options.PromptTurns, options.PromptCharacters);
        _append = append;
        _leave = leave;
        _time = time;
        _log = log;
    }

    /// <summary>The turns so far, oldest first.</summary>
    public IReadOnlyList<ConversationTurn> Turns { get; }

    /// <summary>As many of the last turns as a prompt may be given, oldest first.</summary>
    public IReadOnlyList<ConversationTurn> PromptTurns { get; }

    /// <summary>Why the answer could not be kept; null before that, or where it was.</summary>
    public NotKept? NotKept { get; private set; }

    /// <summary>Whether it was deleted or expired meanwhile, so that nothing of it may be kept anywhere.</summary>
    public bool IsGone => NotKept?.Code == ErrorCode.ConversationNotFound.WireName();

    /// <summary>
    /// Keeps the question with its finished answer, all of it or nothing, and lets the next question in: whoever then hears that the answer is
    /// whole may ask at once. An answer that could not be kept is still an answer: that is logged, and false given back, as it is where the
    /// conversation was deleted meanwhile; <see cref="NotKept"/> says why. So is one whose time ran out, or whose asker left, while it waited to be kept.
    /// </summary>
    public async Task<bool> KeepAsync(string question, string standaloneQuestion, Answer answer, CancellationToken cancellationToken)
    {
        var citations = answer.Citations.Select(TurnCitation.Of).Distinct().ToArray();
        var turn = new ConversationTurn(answer.QuestionId, question, standaloneQuestion, answer.Response, answer.Mode, answer.Abstained, citations, _time.GetUtcNow());
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

    /// <summary>Lets the next question in.</summary>
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
