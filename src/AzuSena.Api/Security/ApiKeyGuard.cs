using AzuSena.Api.Errors;
using AzuSena.Errors;

namespace AzuSena.Api.Security;

/// <summary>
/// With <c>API_KEYS</c> set, requires one of them (<c>X-Api-Key</c>, <c>Authorization: Bearer</c>, or for the live chats the query's <c>access_token</c>,
/// because a browser's WebSocket cannot set headers). Health, the page and the description of the API stay open. A Socket.IO client may also send its key
/// later, in its first packet, and is admitted until then.
/// </summary>
internal sealed class ApiKeyGuard(RequestDelegate next, ApiKeys keys)
{
    private const string Bearer = "Bearer ";

    public Task InvokeAsync(HttpContext context)
    {
        if (!keys.AreNeeded || IsOpen(context.Request))
        {
            return next(context);
        }

        var key = KeyOf(context.Request);
        if (key is null && context.Request.Path.StartsWithSegments(LivePaths.SocketIo))
        {
            return next(context);
        }

        if (keys.OwnerOf(key) is { } owner)
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
            || HttpMethods.IsOptions(request.Method);

    private static string? KeyOf(HttpRequest request)
    {
        string? authorization = request.Headers.Authorization;
        return request.Headers["X-Api-Key"].FirstOrDefault()
            ?? (authorization?.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) == true ? authorization[Bearer.Length..].Trim() : null)
            ?? (LivePaths.Contain(request.Path) ? request.Query["access_token"].FirstOrDefault() : null);
    }
}
