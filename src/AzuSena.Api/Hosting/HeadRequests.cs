namespace AzuSena.Api.Hosting;

/// <summary>
/// Answers <c>HEAD</c> as <c>GET</c>, for probes and monitors; the server omits the body. Streaming endpoints are excluded: the stream would have no reader.
/// </summary>
internal sealed class HeadRequests(RequestDelegate next)
{
    private const string Events = "/events";

    public Task InvokeAsync(HttpContext context)
    {
        if (!IsStream(context.Request.Path))
        {
            context.Response.OnStarting(AllowHead, context.Response);
            if (HttpMethods.IsHead(context.Request.Method))
            {
                context.Request.Method = HttpMethods.Get;
            }
        }

        return next(context);
    }

    private static bool IsStream(PathString path) =>
        LivePaths.Contain(path) || path.StartsWithSegments(LivePaths.Mcp) || path.Value?.TrimEnd('/').EndsWith(Events, StringComparison.Ordinal) == true;

    // Routing does not know about it.
    private static Task AllowHead(object state)
    {
        var response = (HttpResponse)state;
        var allowed = response.Headers.GetCommaSeparatedValues("Allow");
        if (response.StatusCode == StatusCodes.Status405MethodNotAllowed && allowed.Contains(HttpMethods.Get, StringComparer.Ordinal))
        {
            response.Headers.Allow = string.Join(", ", allowed.Append(HttpMethods.Head).Distinct(StringComparer.Ordinal));
        }

        return Task.CompletedTask;
    }
}
