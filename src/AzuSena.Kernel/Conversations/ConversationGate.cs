using System.Collections.Concurrent;
using AzuSena.Answers;
using AzuSena.Errors;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AzuSena.Conversations;

/// <summary>
/// Admits one question at a time to each conversation, so that turns never interleave. A second question is rejected, not queued: its answer would depend on
/// one that the user has not read yet. A conversation's state is released with its question.
/// </summary>
/// <remarks>Safe for concurrent use within one process.</remarks>
public sealed class ConversationGate(ConversationStore store, IOptions<ConversationOptions> options, TimeProvider time, ILogger<ConversationGate> log)
{
    private readonly ConcurrentDictionary<string, byte> _busy = new(StringComparer.Ordinal);

    /// <summary>The number of conversations with a question in progress.</summary>
    public int BusyCount => _busy.Count;

    /// <summary>What was said before a question that belongs to no stored conversation.</summary>
    public EarlierTurns Told(Question question) => EarlierTurns.Of(question.Told, options.Value);

    /// <summary>Enters a conversation with a question. Dispose the result when the answer ends, in every case.</summary>
    /// <exception cref="AzuSenaException">
    /// <see cref="ErrorCode.ConversationBusy"/>, <see cref="ErrorCode.ConversationNotFound"/> or <see cref="ErrorCode.StoreUnavailable"/>.
    /// </exception>
    public OngoingConversation Enter(string id, string? owner)
    {
        if (!_busy.TryAdd(id, 0))
        {
            // Before the busy check: a caller without access must not learn that the conversation is busy.
            store.Read(id, owner);
            throw new AzuSenaException(ErrorCode.ConversationBusy);
        }

        try
        {
            // Read inside the gate, so that the last turn is included.
            var conversation = store.Read(id, owner);
            return new OngoingConversation(
                conversation.Turns, options.Value,
                (turn, token) => store.AppendAsync(id, owner, turn, token),
                () => _busy.TryRemove(id, out _),
                time, log);
        }
        catch
        {
            _busy.TryRemove(id, out _);
            throw;
        }
    }
}
