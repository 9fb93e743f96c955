using System.Runtime.CompilerServices;
using AzuSena.Errors;
using AzuSena.Models.Availability;
using Microsoft.Extensions.AI;

namespace AzuSena.Models.Pipeline;

/// <summary>
/// Makes one kind of failure of all that a provider's client throws, tells the <see cref="ModelWatch"/>, and takes a stream without an end
/// for what it is: a reply that broke off.
/// </summary>
internal sealed class FailureChatClient(IChatClient inner, ModelWatch watch, ModelMetrics metrics) : StreamingChatClient(inner)
{
    /// <inheritdoc/>
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        // What waited its turn while the model went does not have to fail at it first.
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
            // Whatever breaks when a request is aborted, it was aborted.
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
