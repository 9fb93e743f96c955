using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace AzuSena.Models.Pipeline;

/// <summary>
/// Calls the tools that a model asks for, with a limit of rounds and of time for each call. A tool that fails is told to the model as such,
/// without its exception's text, and the model goes on. After the last round the model gets no tools, so that it has to answer.
/// </summary>
/// <remarks>Semantic Kernel's functions come here with their kernel, so its own decorator, which knows no limit of time, is not needed.</remarks>
internal sealed class ToolChatClient : FunctionInvokingChatClient
{
    private readonly TimeSpan _limit;
    private readonly TimeProvider _time;
    private readonly ILogger _log;

    public ToolChatClient(IChatClient inner, LlmOptions options, TimeProvider time, ILoggerFactory logs, IServiceProvider services)
        : base(inner, logs, services)
    {
        _limit = TimeSpan.FromSeconds(options.ToolSeconds);
        _time = time;
        _log = logs.CreateLogger<ToolChatClient>();
        MaximumIterationsPerRequest = options.MaxToolRounds;
        MaximumConsecutiveErrorsPerRequest = int.MaxValue;
    }

    /// <inheritdoc/>
    protected override async ValueTask<object?> InvokeFunctionAsync(FunctionInvocationContext context, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(_limit, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            // A tool that does not heed its token is left behind.
            return await base.InvokeFunctionAsync(context, either.Token).AsTask().WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException exception)
        {
            Log.ToolFailed(_log, exception, context.Function.Name);
            throw new TimeoutException($"The tool {context.Function.Name} took longer than {_limit.TotalSeconds} s.", exception);
        }
        catch (Exception exception)
        {
            Log.ToolFailed(_log, exception, context.Function.Name);
            throw;
        }
    }
}
