using System.ClientModel;
using System.Net;
using System.Runtime.CompilerServices;
using AzuSena.Models.Availability;
using AzuSena.Models.Pipeline;
using Microsoft.Extensions.AI;

namespace AzuSena.Models.OpenAi;

/// <summary>Converts the exceptions of OpenAI's client to those common to all providers.</summary>
internal sealed class OpenAiFailures(IChatClient inner, string model) : StreamingChatClient(inner)
{
    /// <inheritdoc/>
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var updates = InnerClient.GetStreamingResponseAsync(messages, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await NextAsync(updates))
        {
            yield return updates.Current;
        }
    }

    private async ValueTask<bool> NextAsync(IAsyncEnumerator<ChatResponseUpdate> updates)
    {
        try
        {
            return await updates.MoveNextAsync();
        }
        catch (ClientResultException refused) when (refused.Status == (int)HttpStatusCode.NotFound)
        {
            throw new ModelMissingException(ModelTexts.Get("OpenAiModelMissing", model), refused);
        }
        catch (ClientResultException refused) when (refused.Status > 0)
        {
            throw new ModelServerException(refused.Message, (HttpStatusCode)refused.Status, refused);
        }
    }
}
