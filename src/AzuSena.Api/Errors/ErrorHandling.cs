using AzuSena.Errors;
using Microsoft.AspNetCore.Diagnostics;

namespace AzuSena.Api.Errors;

/// <summary>Returns every failure as problem details; of exceptions, only an <see cref="AzuSenaException"/>'s text reaches a client.</summary>
internal static class ErrorHandling
{
    public static IServiceCollection AddErrorHandling(this IServiceCollection services) => services
        .AddProblemDetails()
        .AddExceptionHandler<ProblemExceptionHandler>();

    public static void UseErrorHandling(this IApplicationBuilder app)
    {
        app.UseMiddleware<RequestLanguage>();
        app.UseExceptionHandler();
        app.UseStatusCodePages(context => Problems.Of(Problems.CodeOf(context.HttpContext.Response.StatusCode)).ExecuteAsync(context.HttpContext));
    }

    private sealed class ProblemExceptionHandler(ILogger<ProblemExceptionHandler> log) : IExceptionHandler
    {
        public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
        {
            if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
            {
                return true;
            }

            var problem = exception switch
            {
                AzuSenaException known => Problems.Of(known),
                BadHttpRequestException bad => Problems.Of(Problems.CodeOf(bad.StatusCode)),
                _ => Problems.Of(ErrorCode.Internal),
            };
            if (problem.StatusCode == StatusCodes.Status500InternalServerError)
            {
                Log.RequestFailed(log, exception, httpContext.Request.Method, RouteOf(httpContext));
            }

            await problem.ExecuteAsync(httpContext);
            return true;
        }

        // The pattern, not the path: the id of a conversation is a secret.
        private static string RouteOf(HttpContext context) =>
            (context.Features.Get<IExceptionHandlerFeature>()?.Endpoint as RouteEndpoint)?.RoutePattern.RawText ?? context.Request.Path;
    }
}
