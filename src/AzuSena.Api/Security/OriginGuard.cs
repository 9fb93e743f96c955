using AzuSena.Api.Errors;
using AzuSena.Errors;
using Microsoft.Extensions.Options;

namespace AzuSena.Api.Security;

/// <summary>
/// Refuses requests from a web page of a foreign origin, unless <c>CORS_ORIGINS</c> names it. CORS alone only hides replies from such a page: it stops neither
/// simple requests nor WebSockets.
/// </summary>
internal sealed class OriginGuard(RequestDelegate next, IOptions<ApiOptions> options)
{
    private readonly HashSet<string> _allowed = options.Value.OriginList.ToHashSet(StringComparer.OrdinalIgnoreCase);

    public Task InvokeAsync(HttpContext context)
    {
        string? origin = context.Request.Headers.Origin;
        return string.IsNullOrEmpty(origin) || IsOwn(origin, context.Request) || _allowed.Contains(origin)
            ? next(context)
            : Problems.Of(ErrorCode.OriginForbidden).ExecuteAsync(context);
    }

    // Behind a proxy that hides the host's name the browser's own header decides: no page can set it.
    private static bool IsOwn(string origin, HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"] == "same-origin" || origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
}
