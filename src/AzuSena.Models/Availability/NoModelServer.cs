using AzuSena.Errors;
using Microsoft.Extensions.AI;

namespace AzuSena.Models.Availability;

/// <summary>The server of <see cref="LlmProvider.None"/>: all requests fail with the message that there is no model.</summary>
internal sealed class NoModelServer : IModelServer
{
    public string Provider => "none";

    public string Model => "";

    public string UnreachableText => "NoProvider";

    public ModelFacts Facts { get; } = new(0, CallsTools: false, Thinks: false, SeparatesThinking: false);

    public IChatClient CreateChatClient(string http) => new Client();

    public Task ProbeAsync(CancellationToken cancellationToken) => throw new ModelMissingException(ModelTexts.Get(UnreachableText));

    public Task<bool> IsLoadedAsync(CancellationToken cancellationToken) => Task.FromResult(true);

    private sealed class Client : IChatClient
    {
        public Task<ChatResponse> GetResponseAsync(
            IEnumerable<ChatMessage> messages,
            ChatOptions? options = null,
            CancellationToken cancellationToken = default) =>
            throw new AzuSenaException(ErrorCode.ModelUnavailable);

        public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages,
            ChatOptions? options = null,
            CancellationToken cancellationToken = default) =>
            throw new AzuSenaException(ErrorCode.ModelUnavailable);

        // Semantic Kernel requests the metadata of every client.
        public object? GetService(Type serviceType, object? serviceKey = null) =>
            serviceKey is null && serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata("none") : null;

        public void Dispose()
        {
        }
    }
}
