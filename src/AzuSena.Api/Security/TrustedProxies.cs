using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace AzuSena.Api.Security;

/// <summary>
/// Reads <c>X-Forwarded-For</c>, <c>-Proto</c> and <c>-Host</c> as set by <c>TRUSTED_PROXIES</c> proxies: the caller's address is at that position from the
/// end. Anything before it may be forged by the caller; without proxies the headers are not read at all.
/// </summary>
internal static class TrustedProxies
{
    // Via, which proxies need not send, is the only trace of some.
    private static readonly string[] Headers = ["X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "Forwarded", "Via"];

    public static IServiceCollection AddTrustedProxies(this IServiceCollection services)
    {
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<ApiOptions>>((forwarded, api) =>
        {
            var count = api.Value.TrustedProxies;
            forwarded.ForwardedHeaders = count == 0
                ? ForwardedHeaders.None
                : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            forwarded.ForwardLimit = Math.Max(1, count);

            // They are trusted by their number, whatever their address.
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
        });
        return services;
    }

    public static void UseTrustedProxies(this IApplicationBuilder app)
    {
        app.UseMiddleware<UntrustedProxyNotice>();
        app.UseForwardedHeaders();
    }

    /// <summary>Whether a request carries headers of a proxy that have not been processed.</summary>
    public static bool HandedOn(HttpRequest request) => Array.Exists(Headers, request.Headers.ContainsKey);

    /// <summary>Warns the operator, once, that requests come through a proxy that <c>TRUSTED_PROXIES</c> does not count.</summary>
    private sealed class UntrustedProxyNotice(RequestDelegate next, IOptions<ApiOptions> options, ILogger<UntrustedProxyNotice> log)
    {
        private int _isTold;

        public Task InvokeAsync(HttpContext context)
        {
            if (options.Value.TrustedProxies == 0 && _isTold == 0 && HandedOn(context.Request) && Interlocked.Exchange(ref _isTold, 1) == 0)
            {
                Log.ProxyNotTrusted(log);
            }

            return next(context);
        }
    }
}
