using Microsoft.SemanticKernel;

namespace AzuSena.Prompts.Rendering;

/// <summary>What a function gives that a template calls is data like everything else that is put into a prompt.</summary>
internal sealed class InertResults : IFunctionInvocationFilter
{
    public async Task OnFunctionInvocationAsync(FunctionInvocationContext context, Func<FunctionInvocationContext, Task> next)
    {
        await next(context);

        // As Semantic Kernel itself would make text of it.
        context.Result = new FunctionResult(context.Result, InertText.Of(context.Result.ToString()).Value);
    }
}
