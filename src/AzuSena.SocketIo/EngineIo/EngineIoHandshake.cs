using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace AzuSena.SocketIo.EngineIo;

/// <summary>What is kept of the request that opened a session.</summary>
/// <param name="RemoteAddress">The client's address; null where the server knows none.</param>
/// <param name="User">Who the request was authenticated as, by what stands before the endpoint.</param>
public sealed record EngineIoHandshake(IPAddress? RemoteAddress, ClaimsPrincipal User)
{
    internal static EngineIoHandshake Of(HttpContext context) => new(context.Connection.RemoteIpAddress, context.User);
}
