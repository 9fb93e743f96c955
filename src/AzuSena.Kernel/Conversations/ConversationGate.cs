using System.Collections.Concurrent;
using AzuSena.Errors;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AzuSena.Conversations;

/// <summary>
/// Lets one question at a time into each conversation, so that turns never interleave; a second one is refused, not queued: its answer would depend on
/// one that its asker has not read yet. What it knows of a conversation is gone when the question is.
/// </summary>
/// <remarks>Safe for concurrent use, within one process.</remarks>
public sealed class ConversationGate(ConversationStore store, IOptions<ConversationOptions> options, TimeProvider time, ILogger<ConversationGate> log)
{
    private readonly ConcurrentDictionary<string, byte> _busy = new(StringComparer.Ordinal);

    /// <summary>How many conversations have a question in them right now.</summary>
    public int BusyCount => _busy.Count;

    /// <summary>Enters a conversation with a question. Dispose what is given back at every end of the answer.</summary>
    /// <exception cref="AzuSenaException">
    /// <see cref="ErrorCode.ConversationBusy"/>, <see cref="ErrorCode.ConversationNotFound"/> or <see cref="ErrorCode.StoreUnavailable"/>.
    /// </exception>
    public OngoingConversation Enter(string id, string? owner)
    {
        if (!_busy.TryAdd(id, 0))
        {
            // Whoever may not see it must not learn that it is busy.
            store.Read(id, owner);
            throw new AzuSenaException(ErrorCode.ConversationBusy);
        }

        try
        {
            // Read inside the gate, so that the last turn is among its turns.
            var conversation = store.Read(id, owner);
            return new OngoingConversation(conversation.Turns, options.Value, (turn, token) => store.AppendAsync(id, owner, turn, token), () => _busy.TryRemove(id, out _), time, log);
        }
        catch
        {
            _busy.TryRemove(id, out _);
            throw;
        }
    }
}
