using Microsoft.Extensions.AI;

namespace AzuSena.Models;

/// <summary>The language model that serves now.</summary>
/// <remarks>
/// The client is the whole pipeline: queue, time limits, tools, defaults of every option. Callers set only what they want otherwise. Its
/// stream holds, beside <see cref="TextContent"/>, <see cref="TextReasoningContent"/>, <see cref="FunctionCallContent"/> and
/// <see cref="FunctionResultContent"/>, also <see cref="QueuePositionContent"/> and <see cref="ModelLoadingContent"/>. It fails only with
/// <see cref="Errors.AzuSenaException"/>, or with <see cref="OperationCanceledException"/> where the caller cancelled.
/// </remarks>
/// <param name="Client">Safe for concurrent use.</param>
/// <param name="Mode">As <c>mode</c> tells clients: <c>ollama:mistral:7b</c>.</param>
/// <param name="ContextTokens">Tokens that prompt and reply may take together.</param>
/// <param name="MaxOutputTokens">Tokens of them that are the reply's.</param>
/// <param name="CallsTools">Whether it can call tools; tools given to one that cannot are left out.</param>
/// <param name="ApplyDefaults">Fills in what a request leaves open, as the client does by itself: for whoever wants to know what the model was asked with.</param>
public sealed record ChatModel(
    IChatClient Client, string Mode, int ContextTokens, int MaxOutputTokens, bool CallsTools, Action<ChatOptions>? ApplyDefaults = null);
