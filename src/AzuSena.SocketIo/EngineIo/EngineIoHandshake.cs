using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace AzuSena.SocketIo.EngineIo;

/// <summary>Data of the request that opened a session.</summary>
/// <param name="RemoteAddress">The client's address; null if the server does not know it.</param>
/// <param name="User">The user that earlier middleware authenticated the request as.</param>
public sealed record EngineIoHandshake(IPAddress? RemoteAddress, ClaimsPrincipal User)
{
    internal static EngineIoHandshake Of(HttpContext context) => new(context.Connection.RemoteIpAddress, context.User);
}
