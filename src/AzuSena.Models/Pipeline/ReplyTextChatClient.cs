using System.Runtime.CompilerServices;
using AzuSena.Models.Availability;
using Microsoft.Extensions.AI;

namespace AzuSena.Models.Pipeline;

/// <summary>
/// Removes from a reply everything except its text: reasoning, which becomes <see cref="TextReasoningContent"/> however the server sends it, and the marks of
/// the chat template. Nothing is read after the mark that ends a turn.
/// </summary>
internal sealed class ReplyTextChatClient(IChatClient inner, IModelServer server) : StreamingChatClient(inner)
{
    // Whether the last reply closed a tag that it had not opened, so that the next is held back until it does.
    private volatile bool _onlyCloses;

    /// <inheritdoc/>
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var marks = new TemplateMarks();
        var tags = new ThinkTags(MayBeginThinking(options));
        await foreach (var update in InnerClient.GetStreamingResponseAsync(messages, options, cancellationToken))
        {
            var before = update.Contents.Count;
            update.Contents = Sort(update, marks, tags);
            update.FinishReason ??= marks.IsEnded ? ChatFinishReason.Stop : null;

            // An update whose text is held back completely is not sent.
            if (update.Contents.Count > 0 || before == 0 || update.FinishReason is not null)
            {
                yield return update;
            }

            if (marks.IsEnded)
            {
                break;
            }
        }

        var rest = Rest(marks, tags);
        _onlyCloses = tags.OnlyCloses;
        if (rest.Count > 0)
        {
            yield return new ChatResponseUpdate(ChatRole.Assistant, rest);
        }
    }

    // A reply without reasoning is read by the service itself, or is short: holding it back delays no reader.
    private bool MayBeginThinking(ChatOptions? options) =>
        !server.Facts.SeparatesThinking && (server.Facts.Thinks || _onlyCloses || options?.Reasoning?.Effort is ReasoningEffort.None);

    private static List<AIContent> Sort(ChatResponseUpdate update, TemplateMarks marks, ThinkTags tags)
    {
        List<AIContent> sorted = [];
        foreach (var content in update.Contents)
        {
            switch (content)
            {
                case TextContent text:
                    sorted.AddRange(tags.Take(marks.Take(text.Text)));
                    break;
                case TextReasoningContent:
                    tags.Separated();
                    sorted.Add(content);
                    break;
                case FunctionCallContent:
                    sorted.AddRange([.. tags.Take(marks.End()), .. tags.Interrupt(), content]);
                    break;
                default:
                    sorted.Add(content);
                    break;
            }
        }

        if (update.FinishReason is not null || marks.IsEnded)
        {
            sorted.AddRange(Rest(marks, tags));
        }

        return sorted;
    }

    private static List<AIContent> Rest(TemplateMarks marks, ThinkTags tags) => [.. tags.Take(marks.End()), .. tags.End()];
}
