namespace AzuSena.Api.Work;

/// <summary>
/// Long requests that are not answers, such as transcriptions: a stop refuses new ones, waits for those in progress, and ends them with an error.
/// </summary>
internal static class StoppableRequests
{
    /// <summary>Applies this to an endpoint. Its cancellation token tells the handler of the end.</summary>
    /// <param name="endpoint">The endpoint.</param>
    public static TBuilder EndsWithTheService<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.AddEndpointFilter<TBuilder>(async (context, next) =>
    {
        var http = context.HttpContext;
        var work = http.RequestServices.GetRequiredService<RunningWork>();

        // Both last until the response is sent, which may be long after the handler has created it.
        var piece = work.TryEnter() ?? throw work.Refusal();
        http.Response.RegisterForDispose(piece);
        var either = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, work.Ending);
        http.Response.RegisterForDispose(either);
        for (var index = 0; index < context.Arguments.Count; index++)
        {
            context.Arguments[index] = context.Arguments[index] is CancellationToken ? either.Token : context.Arguments[index];
        }

        return await EndedBy(work, http, () => next(context));
    });

    private static async ValueTask<object?> EndedBy(RunningWork work, HttpContext context, Func<ValueTask<object?>> handler)
    {
        try
        {
            return await handler();
        }
        catch (OperationCanceledException) when (work.Ending.IsCancellationRequested && !context.RequestAborted.IsCancellationRequested)
        {
            throw work.Refusal();
        }
    }
}
