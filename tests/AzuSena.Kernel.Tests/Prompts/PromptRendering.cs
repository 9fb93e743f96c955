using Microsoft.SemanticKernel;

namespace AzuSena.Prompts;

/// <summary>Renders prompts in tests, without a model.</summary>
internal static class PromptRendering
{
    public static Task<RenderedPrompt> RenderAsync(this Prompt prompt, Kernel kernel, KernelArguments arguments) =>
        new PromptInvocation(prompt, arguments).RenderAsync(kernel);
}
