using Microsoft.Extensions.AI;

namespace AzuSena.Models;

/// <summary>The current language model.</summary>
/// <remarks>
/// The client is the whole pipeline: queue, time limits, tools, defaults of every option. Callers only set the options that differ. Besides
/// <see cref="TextContent"/>, <see cref="TextReasoningContent"/>, <see cref="FunctionCallContent"/> and <see cref="FunctionResultContent"/>, its stream holds
/// <see cref="QueuePositionContent"/> and <see cref="ModelLoadingContent"/>. It only throws <see cref="Errors.AzuSenaException"/>, or
/// <see cref="OperationCanceledException"/> if the caller cancelled.
/// </remarks>
/// <param name="Client">The client; safe for concurrent use.</param>
/// <param name="Mode">The value of <c>mode</c> for clients: <c>ollama:mistral:7b</c>.</param>
/// <param name="ContextTokens">The maximum number of tokens of prompt and reply together.</param>
/// <param name="MaxOutputTokens">The maximum number of them for the reply.</param>
/// <param name="CallsTools">Whether it can call tools; otherwise tools in requests are removed.</param>
/// <param name="ApplyDefaults">Sets the options that a request leaves open, as the client itself does: for callers that need the effective options.</param>
public sealed record ChatModel(
    IChatClient Client, string Mode, int ContextTokens, int MaxOutputTokens, bool CallsTools, Action<ChatOptions>? ApplyDefaults = null);
