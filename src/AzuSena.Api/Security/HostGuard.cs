using AzuSena.Api.Errors;
using AzuSena.Errors;

namespace AzuSena.Api.Security;

/// <summary>
/// Refuses requests that are addressed to a foreign host name: a web page could have its own name resolve to this machine and pass for the service's own (DNS
/// rebinding). It goes by the name that a trusted proxy hands on, which ASP.NET Core's own filter stands too early for.
/// </summary>
internal sealed class HostGuard(RequestDelegate next, AllowedHosts hosts)
{
    public Task InvokeAsync(HttpContext context) =>
        hosts.Allows(context.Request.Host) ? next(context) : Problems.Of(ErrorCode.HostForbidden).ExecuteAsync(context);
}
