using AzuSena.Api.Errors;
using AzuSena.Errors;

namespace AzuSena.Api.Security;

/// <summary>
/// With <c>API_KEYS</c> set, requires one of them, or for what the chat on other sites uses its ticket. Health, the pages and the description of the API stay
/// open. A Socket.IO client may also send its key later, in its first packet, and is admitted until then.
/// </summary>
internal sealed class ApiKeyGuard(RequestDelegate next, ApiKeys keys, WidgetTickets tickets)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (!keys.AreNeeded || IsOpen(context.Request))
        {
            return next(context);
        }

        var key = RequestKey.Of(context.Request);
        if (key is null && context.Request.Path.StartsWithSegments(LivePaths.SocketIo))
        {
            return next(context);
        }

        if ((keys.OwnerOf(key) ?? (WidgetPaths.MayUse(context.Request.Path) ? tickets.OwnerOf(key) : null)) is { } owner)
        {
            context.User = owner;
            return next(context);
        }

        context.Response.Headers.WWWAuthenticate = "Bearer";
        return Problems.Of(ErrorCode.Unauthorized).ExecuteAsync(context);
    }

    private static bool IsOpen(HttpRequest request) =>
        request.Path.StartsWithSegments("/health")
            || request.Path == "/"
            || request.Path.StartsWithSegments("/assets")
            || request.Path.StartsWithSegments("/docs")
            || request.Path.StartsWithSegments("/openapi")
            || WidgetPaths.Contain(request.Path)
            || HttpMethods.IsOptions(request.Method);
}
