using AzuSena.Errors;

namespace AzuSena.Api.Work;

/// <summary>
/// Requests that are long but no answers, such as transcriptions: a stop refuses new ones, waits for those under way, and ends them with an error.
/// </summary>
internal static class StoppableRequests
{
    /// <summary>Makes an endpoint one of these. Its handler learns of the end by its cancellation token.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="form">How the endpoint tells errors, unless by problem details.</param>
    public static TBuilder EndsWithTheService<TBuilder>(this TBuilder endpoint, Func<AzuSenaException, IResult>? form = null)
        where TBuilder : IEndpointConventionBuilder => endpoint.AddEndpointFilter<TBuilder>(async (context, next) =>
    {
        var http = context.HttpContext;
        var work = http.RequestServices.GetRequiredService<RunningWork>();
        try
        {
            // Both last until the response is sent, which may be long after the handler has made it.
            var piece = work.TryEnter() ?? throw work.Refusal();
            http.Response.RegisterForDispose(piece);
            var either = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, work.Ending);
            http.Response.RegisterForDispose(either);
            for (var index = 0; index < context.Arguments.Count; index++)
            {
                context.Arguments[index] = context.Arguments[index] is CancellationToken ? either.Token : context.Arguments[index];
            }

            return await EndedBy(work, http, () => next(context));
        }
        catch (AzuSenaException exception) when (form is not null && exception.Code is ErrorCode.Stopping)
        {
            return form(exception);
        }
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
