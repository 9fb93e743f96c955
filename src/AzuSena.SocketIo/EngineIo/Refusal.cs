using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace AzuSena.SocketIo.EngineIo;

/// <summary>A refused request, with the codes and texts of the reference server, which clients know.</summary>
internal sealed class Refusal
{
    public static readonly Refusal UnknownTransport = new(0, "Transport unknown");
    public static readonly Refusal UnknownSession = new(1, "Session ID unknown");
    public static readonly Refusal BadMethod = new(2, "Bad handshake method");
    public static readonly Refusal BadRequest = new(3, "Bad request");
    public static readonly Refusal UnsupportedVersion = new(5, "Unsupported protocol version");
    public static readonly Refusal TooLarge = new(3, "Payload too large", StatusCodes.Status413PayloadTooLarge);
    public static readonly Refusal TooManySessions = new(4, "Too many sessions", StatusCodes.Status503ServiceUnavailable);

    private readonly byte[] _body;
    private readonly int _status;

    private Refusal(int code, string message, int status = StatusCodes.Status400BadRequest)
    {
        _status = status;
        _body = JsonSerializer.SerializeToUtf8Bytes(new { code, message });
        Message = message;
    }

    public string Message { get; }

    public Task WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = _status;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = _body.Length;
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.Body.WriteAsync(_body, context.RequestAborted).AsTask();
    }
}
