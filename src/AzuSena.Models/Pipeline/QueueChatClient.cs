using System.Runtime.CompilerServices;
using AzuSena.Models.Queue;
using Microsoft.Extensions.AI;

namespace AzuSena.Models.Pipeline;

/// <summary>Waits in the <see cref="ModelQueue"/> and reports the position. The place is released while a tool runs.</summary>
internal sealed class QueueChatClient(IChatClient inner, ModelQueue queue) : StreamingChatClient(inner)
{
    /// <inheritdoc/>
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var history = messages as IReadOnlyCollection<ChatMessage> ?? [.. messages];
        using var ticket = queue.Enter(goesOn: history.LastOrDefault()?.Role == ChatRole.Tool);
        await foreach (var position in ticket.PositionsAsync(cancellationToken))
        {
            yield return Notice(new QueuePositionContent(position));
        }

        await foreach (var update in InnerClient.GetStreamingResponseAsync(history, options, cancellationToken))
        {
            yield return update;
        }
    }
}
