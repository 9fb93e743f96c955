using System.Runtime.CompilerServices;
using AzuSena.Models.Availability;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace AzuSena.Models.Pipeline;

/// <summary>
/// Announces that the model has to be loaded first. The server is queried before the request is sent, as a model counts as in memory as soon as its loading has
/// begun.
/// </summary>
internal sealed class LoadingChatClient(IChatClient inner, IModelServer server, TimeProvider time, ILogger log) : StreamingChatClient(inner)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (!await IsLoadedAsync(cancellationToken))
        {
            yield return Notice(new ModelLoadingContent(server.Model));
        }

        await foreach (var update in InnerClient.GetStreamingResponseAsync(messages, options, cancellationToken))
        {
            yield return update;
        }
    }

    private async Task<bool> IsLoadedAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await server.IsLoadedAsync(either.Token);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // The request itself will report the problem.
            Log.LoadedUnknown(log, exception, server.Model);
            return true;
        }
    }
}
