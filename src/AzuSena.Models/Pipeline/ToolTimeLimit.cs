using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel;

namespace AzuSena.Models.Pipeline;

/// <summary>Limits the time of each tool call. A failed call is reported to the model, without the exception's text, and the model continues.</summary>
/// <remarks>It must be the last filter: it calls the function itself, because the next step of a filter only runs with the request's token.</remarks>
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
            // A tool that ignores its token is abandoned.
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
