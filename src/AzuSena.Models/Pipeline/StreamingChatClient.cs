using Microsoft.Extensions.AI;

namespace AzuSena.Models.Pipeline;

/// <summary>A base class for decorators that only implement streaming; a complete reply is aggregated from its stream.</summary>
internal abstract class StreamingChatClient(IChatClient inner) : DelegatingChatClient(inner)
{
    /// <inheritdoc/>
    public sealed override Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default) =>
        GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    /// <inheritdoc/>
    public abstract override IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default);

    /// <summary>Creates an update of the pipeline's own between those of the model.</summary>
    protected static ChatResponseUpdate Notice(AIContent content) => new(ChatRole.Assistant, [content]);
}
