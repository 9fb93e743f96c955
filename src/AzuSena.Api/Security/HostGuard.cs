using AzuSena.Api.Errors;
using AzuSena.Errors;

namespace AzuSena.Api.Security;

/// <summary>
/// Refuses requests that are addressed to a foreign host name: a web page could make its own name resolve to this machine and pass for the service's own (DNS
/// rebinding). It uses the name forwarded by a trusted proxy, which ASP.NET Core's own filter runs too early to see.
/// </summary>
internal sealed class HostGuard(RequestDelegate next, AllowedHosts hosts)
{
    private const int MaxShown = 100;

    public Task InvokeAsync(HttpContext context) => hosts.Allows(context.Request.Host)
        ? next(context)
        : Problems.Of(ErrorCode.HostForbidden, ErrorCodeNames.Text("HostForbiddenFor", Shown(context.Request.Host.Value ?? ""))).ExecuteAsync(context);

    private static string Shown(string host) => host.Length <= MaxShown ? host : $"{host[..MaxShown]}…";
}
