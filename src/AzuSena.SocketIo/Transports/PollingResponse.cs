using Microsoft.AspNetCore.Http;

namespace AzuSena.SocketIo.Transports;

/// <summary>The responses to polls, posts and handshakes.</summary>
internal static class PollingResponse
{
    /// <summary>Writes a response that no cache keeps.</summary>
    public static Task WriteAsync(HttpContext context, ReadOnlyMemory<byte> body)
    {
        context.Response.ContentType = "text/plain; charset=UTF-8";
        context.Response.ContentLength = body.Length;
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }
}
