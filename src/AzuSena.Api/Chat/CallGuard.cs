using System.Threading.RateLimiting;
using AzuSena.Api.Security;
using AzuSena.Errors;
using Microsoft.AspNetCore.SignalR;

namespace AzuSena.Api.Chat;

/// <summary>Applies the rate limit of requests to hub calls, and hides exception text from the caller.</summary>
internal sealed class CallGuard(PartitionedRateLimiter<string> limiter, RateLimitKey key, ILogger<CallGuard> log) : IHubFilter
{
    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        if (invocationContext.Context.GetHttpContext() is { } connection)
        {
            using var lease = limiter.AttemptAcquire(key.Of(connection));
            if (!lease.IsAcquired)
            {
                await RefuseAsync(invocationContext, ErrorCode.RateLimited);
            }
        }

        try
        {
            return await next(invocationContext);
        }
        catch (Exception exception) when (exception is not (HubException or OperationCanceledException))
        {
            Log.HubCallFailed(log, exception);
            await RefuseAsync(invocationContext, ErrorCode.Internal);
            throw;
        }
    }

    // The event is for clients that only listen; the exception ends the call for those that await it.
    private static async Task RefuseAsync(HubInvocationContext context, ErrorCode code)
    {
        await context.Hub.Clients.Caller.SendAsync("error", new ChatError(code.Message(), code.WireName()), context.Context.ConnectionAborted);
        throw new HubException(code.WireName());
    }
}
