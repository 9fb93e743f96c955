using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace AzuSena.Prompts.Invocation;

/// <summary>
/// The chat client of one call. It sends the messages as parsed by <see cref="RenderGuard"/>, and yields them to the reader of the stream before it asks the
/// model.
/// </summary>
/// <param name="inner">The model; null if none is to be asked.</param>
/// <param name="invocation">The call.</param>
internal sealed class InvocationChatClient(IChatClient? inner, PromptInvocation invocation) : IChatClient
{
    // Semantic Kernel requests the metadata of every client.
    private static readonly ChatClientMetadata Unnamed = new();

    /// <inheritdoc/>
    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var rendered = Rendered(options ?? new ChatOptions());
        return inner is null ? new ChatResponse() : await inner.GetResponseAsync(rendered.Messages, rendered.Options, cancellationToken);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var rendered = Rendered(options ?? new ChatOptions());
        yield return new ChatResponseUpdate(ChatRole.Assistant, [new RenderedPromptContent(rendered)]);
        if (inner is not null)
        {
            await foreach (var update in inner.GetStreamingResponseAsync(rendered.Messages, rendered.Options, cancellationToken))
            {
                yield return update;
            }
        }
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null) =>
        inner?.GetService(serviceType, serviceKey) ?? (serviceKey is null && serviceType == typeof(ChatClientMetadata) ? Unnamed : null);

    /// <inheritdoc/>
    public void Dispose()
    {
        // The model belongs to the process.
    }

    private RenderedPrompt Rendered(ChatOptions options)
    {
        // Nothing may reach a model without the guard's check.
        var messages = invocation.Messages ?? throw new InvalidOperationException($"The prompt {invocation.Prompt.Version} was not rendered under its guard.");
        if (options.ToolMode is NoneChatToolMode)
        {
            // Functions that are only named take up no space, and the trace does not list them.
            (options.Tools, options.ToolMode) = (null, null);
        }

        if (!invocation.Thinks)
        {
            options.Reasoning = new ReasoningOptions { Effort = ReasoningEffort.None };
        }

        return new RenderedPrompt(invocation.Prompt.Version, messages, options);
    }
}
