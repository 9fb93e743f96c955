using AzuSena.Api.Errors;
using AzuSena.Errors;

namespace AzuSena.Api.Security;

/// <summary>
/// Refuses requests that are addressed to a foreign host name: a web page could make its own name resolve to this machine and pass for the service's own (DNS
/// rebinding). It uses the name forwarded by a trusted proxy, which ASP.NET Core's own filter runs too early to see.
/// </summary>
internal sealed class HostGuard(RequestDelegate next, AllowedHosts hosts)
{
    public Task InvokeAsync(HttpContext context) =>
        hosts.Allows(context.Request.Host) ? next(context) : Problems.Of(ErrorCode.HostForbidden).ExecuteAsync(context);
}
