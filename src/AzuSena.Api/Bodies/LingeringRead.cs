using Microsoft.AspNetCore.Http.Features;

namespace AzuSena.Api.Bodies;

/// <summary>
/// Reads on, and throws away, what a client still sends of a body that is refused as too large. A connection that is closed while its client sends is reset,
/// and the reply in it lost; most clients read it only once they have sent all. Beyond the limits the connection is closed nevertheless.
/// </summary>
internal sealed class LingeringRead(RequestDelegate next, TimeProvider time)
{
    private const int BufferBytes = 64 * 1024;
    private const int MaxBytes = 16 * 1024 * 1024;
    private static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(5);

    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        if (IsStillSending(context))
        {
            await context.Response.CompleteAsync();
            await ReadOnAsync(context);
        }
    }

    // A client that asks first whether it may send does not send; HTTP/2 ends a single stream.
    private static bool IsStillSending(HttpContext context) =>
        context.Response.StatusCode >= StatusCodes.Status400BadRequest
        && HttpProtocol.IsHttp11(context.Request.Protocol)
        && context.Request.Headers.Expect.Count == 0
        && context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false, MaxRequestBodySize: { } most }
        && context.Request.ContentLength > most;

    private async Task ReadOnAsync(HttpContext context)
    {
        context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = null;
        using var limit = new CancellationTokenSource(MaxTime, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, context.RequestAborted);
        var buffer = new byte[BufferBytes];
        var read = -1;
        try
        {
            for (var left = MaxBytes; left > 0 && read != 0; left -= read)
            {
                read = await context.Request.Body.ReadAsync(buffer, end.Token);
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or BadHttpRequestException)
        {
            // It has read its reply and left, or is too slow.
        }
    }
}
