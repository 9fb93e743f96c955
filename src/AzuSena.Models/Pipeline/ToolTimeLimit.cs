using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel;

namespace AzuSena.Models.Pipeline;

/// <summary>
/// Bounds the time of each call of a tool. A tool that fails is told to the model as such, without its exception's text, and the model goes on.
/// </summary>
/// <remarks>
/// It must be the last filter: it calls the function itself, because what a filter goes on to runs with the request's token, and only that one.
/// </remarks>
internal sealed class ToolTimeLimit(IOptions<LlmOptions> options, TimeProvider time, ILogger<ToolTimeLimit> log) : IAutoFunctionInvocationFilter
{
    /// <inheritdoc/>
    public async Task OnAutoFunctionInvocationAsync(AutoFunctionInvocationContext context, Func<AutoFunctionInvocationContext, Task> next)
    {
        var cancellationToken = context.Kernel.GetRequestToken();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.ToolSeconds), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            // A tool that does not heed its token is left behind.
            var arguments = new AIFunctionArguments(context.Arguments);
            var result = await context.Function.WithKernel(context.Kernel).InvokeAsync(arguments, either.Token).AsTask().WaitAsync(either.Token);
            context.Result = new FunctionResult(context.Result, result);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException exception)
        {
            Log.ToolFailed(log, exception, context.Function.Name);
            throw new TimeoutException($"The tool {context.Function.Name} took longer than {options.Value.ToolSeconds} s.", exception);
        }
        catch (Exception exception)
        {
            Log.ToolFailed(log, exception, context.Function.Name);
            throw;
        }
    }
}
