using Microsoft.AspNetCore.Http.Features;

namespace AzuSena.Api.Answers.Live;

/// <summary>One Server-Sent Event whose form another protocol prescribes.</summary>
/// <param name="Type">The event's name; null for none.</param>
/// <param name="Data">Its data, in one line; null for a comment, which readers pass over and which keeps the connection alive.</param>
internal sealed record SseFrame(string? Type, string? Data)
{
    /// <summary>A comment.</summary>
    public static readonly SseFrame Comment = new(Type: null, Data: null);
}

/// <summary>Sends frames as they arrive.</summary>
internal static class SseFrames
{
    /// <summary>The response that sends them.</summary>
    public static IResult ToEventStream(this IAsyncEnumerable<SseFrame> frames) => new EventStream(frames);

    private static string TextOf(SseFrame frame) => frame.Data is null ? ": keep-alive\n\n"
        : frame.Type is null ? $"data: {frame.Data}\n\n"
        : $"event: {frame.Type}\ndata: {frame.Data}\n\n";

    private sealed class EventStream(IAsyncEnumerable<SseFrame> frames) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            response.ContentType = "text/event-stream; charset=utf-8";
            response.Headers.CacheControl = "no-cache,no-store";

            // Otherwise nginx and similar proxies would buffer the events.
            response.Headers["X-Accel-Buffering"] = "no";
            httpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
            var time = httpContext.RequestServices.GetRequiredService<TimeProvider>();
            await foreach (var frame in frames.WithinSendLimit(httpContext, time))
            {
                await response.WriteAsync(TextOf(frame), httpContext.RequestAborted);
                await response.Body.FlushAsync(httpContext.RequestAborted);
            }
        }
    }
}
