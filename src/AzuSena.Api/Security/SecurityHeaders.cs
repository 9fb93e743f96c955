using Microsoft.Extensions.Options;

namespace AzuSena.Api.Security;

/// <summary>Tells browsers not to guess the type of replies and not to load anything else because of them.</summary>
internal sealed class SecurityHeaders(RequestDelegate next, IOptions<WidgetOptions> widget)
{
    private const string Strict = "frame-ancestors 'none'; " + StrictInside;

    private const string StrictInside =
        "default-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

    // Scalar's reference page uses an inline script and inline styles.
    private const string Reference =
        "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; "
        + "base-uri 'none'; frame-ancestors 'none'; object-src 'none'";

    // The one page that others may show.
    private readonly string _frame = $"frame-ancestors {string.Join(' ', widget.Value.OriginList.Prepend("'self'"))}; {StrictInside}";

    public Task InvokeAsync(HttpContext context)
    {
        // Before the path of its compressed form takes its place.
        var isFrame = context.Request.Path == WidgetPaths.Frame;

        // At the last moment: the exception handler resets a failed response, including the headers set so far.
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.XContentTypeOptions = "nosniff";
            if (!isFrame)
            {
                headers.XFrameOptions = "DENY";
            }

            headers["Referrer-Policy"] = "no-referrer";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(self)";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers.ContentSecurityPolicy = isFrame ? _frame : context.Request.Path.StartsWithSegments("/docs") ? Reference : Strict;
            return Task.CompletedTask;
        });
        return next(context);
    }
}
