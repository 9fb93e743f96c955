using Microsoft.Extensions.AI;

namespace AzuSena.Prompts;

/// <summary>The input of a chat client.</summary>
/// <param name="Version">The version of the prompt.</param>
/// <param name="Messages">The messages, in order.</param>
/// <param name="Options">
/// The settings of the prompt's <c>config.json</c> only, so that the client's defaults apply to the rest; its tools are only the functions that the model may
/// call. A copy of the caller's own.
/// </param>
public sealed record RenderedPrompt(PromptVersion Version, IReadOnlyList<ChatMessage> Messages, ChatOptions Options);
