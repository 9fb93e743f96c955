using Microsoft.Extensions.AI;

namespace AzuSena.Prompts;

/// <summary>The rendered prompt, first in the stream of a <see cref="PromptInvocation"/>.</summary>
/// <param name="rendered">The prompt.</param>
public sealed class RenderedPromptContent(RenderedPrompt rendered) : AIContent
{
    /// <summary>The prompt.</summary>
    public RenderedPrompt Rendered => rendered;
}
