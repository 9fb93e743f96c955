using System.Runtime.CompilerServices;
using System.Text;
using AzuSena.Errors;
using AzuSena.Models;
using Microsoft.Extensions.AI;

namespace AzuSena.Evaluation.Replies;

/// <summary>
/// Answers with recorded replies, so that the model's part of an evaluation is the same every time. With a model, asks it and records its replies.
/// </summary>
/// <param name="replies">The recorded replies.</param>
/// <param name="model">The model to record from; null to use only recorded replies.</param>
/// <param name="name">The model's name, stored with recorded replies.</param>
internal sealed class RecordedChatClient(RecordedReplies replies, IChatClient? model, string name) : IChatClient
{
    private static readonly ChatClientMetadata Metadata = new("recorded");

    /// <inheritdoc/>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.ModelUnavailable"/>: nothing was recorded for these messages.</exception>
    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.ModelUnavailable"/>: nothing was recorded for these messages.</exception>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var asked = messages.ToArray();
        var hash = MessageHash.Of(asked);
        if (model is null)
        {
            var reply = replies.Find(hash) ?? throw new AzuSenaException(ErrorCode.ModelUnavailable);
            yield return new ChatResponseUpdate(ChatRole.Assistant, reply.Text);
            yield break;
        }

        var text = new StringBuilder();
        await foreach (var update in model.GetStreamingResponseAsync(asked, options, cancellationToken))
        {
            text.Append(update.Text);
            yield return update;
        }

        await replies.KeepAsync(hash, new RecordedReply(name, text.ToString()), cancellationToken);
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType.IsInstanceOfType(this) ? this
            : serviceKey is null && serviceType == typeof(ChatClientMetadata) ? Metadata
            : model?.GetService(serviceType, serviceKey);

    /// <inheritdoc/>
    public void Dispose()
    {
        // The model is disposed by its owner.
    }
}
