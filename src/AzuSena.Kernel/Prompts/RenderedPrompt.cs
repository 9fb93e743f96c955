using Microsoft.Extensions.AI;

namespace AzuSena.Prompts;

/// <summary>What a chat client is given.</summary>
/// <param name="Version">Which prompt it was made from.</param>
/// <param name="Messages">The messages, in order.</param>
/// <param name="Options">
/// The settings that the prompt's <c>config.json</c> names, and no others, so that the client's own stand for the rest; in its tools the functions that the model may
/// call, and no others. A copy of the caller's own.
/// </param>
public sealed record RenderedPrompt(PromptVersion Version, IReadOnlyList<ChatMessage> Messages, ChatOptions Options);
