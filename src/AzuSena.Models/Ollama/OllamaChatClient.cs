using System.Net;
using System.Runtime.CompilerServices;
using AzuSena.Models.Availability;
using AzuSena.Models.Http;
using Microsoft.Extensions.AI;

namespace AzuSena.Models.Ollama;

/// <summary>Ollama's <c>/api/chat</c>, always streamed. For the reasons against OllamaSharp's client see docs/decisions/0009-models.md.</summary>
/// <remarks>Exceptions are not wrapped; <see cref="Pipeline.FailureChatClient"/> unifies them.</remarks>
internal sealed class OllamaChatClient(HttpClient http, OllamaServer server, OllamaRequest requests) : IChatClient
{
    // A line holds a token, or a complete tool call.
    private const int MaxLineBytes = 4 * 1024 * 1024;
    private const int MaxErrorCharacters = 2000;

    private readonly ChatClientMetadata _metadata = new("ollama", server.Endpoint, server.Model);

    /// <inheritdoc/>
    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Endpoint, "api/chat"));
        request.Content = requests.Content(messages, options ?? new ChatOptions(), server.Facts);
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            throw await RefusalAsync(response, cancellationToken);
        }

        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var reply = new OllamaReply();
        await foreach (var line in LineReader.ReadAsync(stream, MaxLineBytes, cancellationToken))
        {
            yield return reply.Read(line);
            if (reply.IsDone)
            {
                yield break;
            }
        }
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null :
        serviceType == typeof(ChatClientMetadata) ? _metadata :
        serviceType.IsInstanceOfType(this) ? this : null;

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private async Task<Exception> RefusalAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.StatusCode is HttpStatusCode.NotFound)
        {
            return server.Missing();
        }

        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        return new ModelServerException(
            $"Ollama answered {(int)response.StatusCode}: {text[..Math.Min(text.Length, MaxErrorCharacters)]}", response.StatusCode);
    }
}
