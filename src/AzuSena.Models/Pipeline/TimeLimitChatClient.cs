using System.Runtime.CompilerServices;
using AzuSena.Models.Availability;
using Microsoft.Extensions.AI;

namespace AzuSena.Models.Pipeline;

/// <summary>Limits the time to the first token and from one to the next. The time that the stream's reader takes does not count.</summary>
internal sealed class TimeLimitChatClient(IChatClient inner, ModelWatch watch, TimeSpan firstToken, TimeSpan betweenTokens, TimeProvider time)
    : StreamingChatClient(inner)
{
    /// <inheritdoc/>
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var limit = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        await using var updates = InnerClient.GetStreamingResponseAsync(messages, options, either.Token).GetAsyncEnumerator(either.Token);
        var allowed = firstToken;
        while (true)
        {
            limit.CancelAfter(allowed);
            try
            {
                if (!await updates.MoveNextAsync())
                {
                    yield break;
                }
            }
            catch (OperationCanceledException exception) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
            {
                throw watch.TimedOut(exception);
            }

            limit.CancelAfter(Timeout.InfiniteTimeSpan);
            if (updates.Current.Contents.Count > 0)
            {
                allowed = betweenTokens;
            }

            yield return updates.Current;
        }
    }
}
