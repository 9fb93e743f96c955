using System.Runtime.CompilerServices;
using AzuSena.Models.Availability;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace AzuSena.Models.Pipeline;

/// <summary>Cuts off a server that ignores the token limit. A server sends at most one piece per token.</summary>
internal sealed class OutputLimitChatClient(IChatClient inner, IModelServer server, int maxTokens, ILogger log) : StreamingChatClient(inner)
{
    /// <inheritdoc/>
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var left = options?.MaxOutputTokens ?? maxTokens;
        await foreach (var update in InnerClient.GetStreamingResponseAsync(messages, options, cancellationToken))
        {
            if (update.Contents.Any(content => content is TextContent or TextReasoningContent) && left-- == 0)
            {
                Log.CutOff(log, server.Provider, server.Model, options?.MaxOutputTokens ?? maxTokens);
                yield return new ChatResponseUpdate(ChatRole.Assistant, [])
                {
                    FinishReason = ChatFinishReason.Length,
                    ResponseId = update.ResponseId,
                    MessageId = update.MessageId
                };
                yield break;
            }

            yield return update;
        }
    }
}
