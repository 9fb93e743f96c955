using System.Runtime.CompilerServices;
using AzuSena.Errors;
using AzuSena.Models.Availability;
using Microsoft.Extensions.AI;

namespace AzuSena.Models.Pipeline;

/// <summary>
/// Unifies the exceptions of the providers' clients, reports them to the <see cref="ModelWatch"/>, and treats a stream without an end as an incomplete reply.
/// </summary>
internal sealed class FailureChatClient(IChatClient inner, ModelWatch watch, ModelMetrics metrics) : StreamingChatClient(inner)
{
    /// <inheritdoc/>
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        // Requests that were queued when the model became unavailable fail at once.
        if (watch.IsGone)
        {
            throw new AzuSenaException(ErrorCode.ModelUnavailable);
        }

        await using var updates = InnerClient.GetStreamingResponseAsync(messages, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        var finished = false;
        while (await NextAsync(updates, cancellationToken))
        {
            finished |= updates.Current.FinishReason is not null;
            yield return updates.Current;
        }

        if (!finished)
        {
            throw watch.Failed(new ModelServerException("The stream ended before the reply did."));
        }
    }

    private async ValueTask<bool> NextAsync(IAsyncEnumerator<ChatResponseUpdate> updates, CancellationToken cancellationToken)
    {
        var cancelledBefore = cancellationToken.IsCancellationRequested;
        bool any;
        try
        {
            any = await updates.MoveNextAsync();
        }
        catch (Exception exception) when (cancellationToken.IsCancellationRequested)
        {
            // Any failure of an aborted request is reported as its cancellation.
            throw exception as OperationCanceledException ?? new OperationCanceledException(exception.Message, exception, cancellationToken);
        }
        catch (Exception exception)
        {
            throw watch.Failed(exception);
        }

        if (any && cancelledBefore)
        {
            metrics.CountTokenAfterCancellation();
        }

        cancellationToken.ThrowIfCancellationRequested();
        return any;
    }
}
