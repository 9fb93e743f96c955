using System.Runtime.CompilerServices;
using AzuSena.Models.Availability;
using Microsoft.Extensions.AI;

namespace AzuSena.Models.Pipeline;

/// <summary>Keeps what a model thinks out of what it says: it comes as <see cref="TextReasoningContent"/>, however the server sends it.</summary>
internal sealed class ThinkingChatClient(IChatClient inner, IModelServer server) : StreamingChatClient(inner)
{
    /// <inheritdoc/>
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var tags = new ThinkTags(beginsThinking: server.Facts is { Thinks: true, SeparatesThinking: false });
        await foreach (var update in InnerClient.GetStreamingResponseAsync(messages, options, cancellationToken))
        {
            var before = update.Contents.Count;
            update.Contents = Sort(update, tags);

            // An update whose whole text is held back says nothing yet.
            if (update.Contents.Count > 0 || before == 0 || update.FinishReason is not null)
            {
                yield return update;
            }
        }

        var rest = tags.End();
        if (rest.Count > 0)
        {
            yield return new ChatResponseUpdate(ChatRole.Assistant, rest);
        }
    }

    private static List<AIContent> Sort(ChatResponseUpdate update, ThinkTags tags)
    {
        List<AIContent> sorted = [];
        foreach (var content in update.Contents)
        {
            switch (content)
            {
                case TextContent text:
                    sorted.AddRange(tags.Take(text.Text));
                    break;
                case TextReasoningContent:
                    tags.Separated();
                    sorted.Add(content);
                    break;
                case FunctionCallContent:
                    sorted.AddRange(tags.Interrupt());
                    sorted.Add(content);
                    break;
                default:
                    sorted.Add(content);
                    break;
            }
        }

        if (update.FinishReason is not null)
        {
            sorted.AddRange(tags.End());
        }

        return sorted;
    }
}
