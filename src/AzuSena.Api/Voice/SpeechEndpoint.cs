using System.Text.Json;
using AzuSena.Api.Answers.Live;
using AzuSena.Api.Work;
using AzuSena.Errors;
using AzuSena.Voice.Speaking;

namespace AzuSena.Api.Voice;

/// <summary>
/// Endpoint that reads a text aloud, streaming the audio. A failure before the first sound is an error; after it the connection is aborted, so that a part is
/// not taken for the whole.
/// </summary>
internal static class SpeechEndpoint
{
    public static void MapSpeech(this IEndpointRouteBuilder api) => api.MapPost("/speech", SpeakAsync)
        .EndsWithTheService()
        .Produces(StatusCodes.Status200OK, contentType: "audio/wav")
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status429TooManyRequests)
        .ProducesProblem(StatusCodes.Status501NotImplemented)
        .ProducesProblem(StatusCodes.Status504GatewayTimeout)
        .WithSummary("Lee un texto en voz alta.");

    private static async Task SpeakAsync(HttpContext context, Speaker speaker, VoiceSlots slots, ILogger<Speaker> log, CancellationToken cancellationToken)
    {
        var text = await ReadAsync(context.Request, cancellationToken);
        using var slot = slots.EnterSpeech(Asker.Of(context).Address);
        using var speech = await speaker.SpeakAsync(text, cancellationToken);
        context.Response.ContentType = "audio/wav";
        try
        {
            await speech.WriteToAsync(context.Response.Body, cancellationToken);
        }
        catch (Exception exception) when (context.Response.HasStarted)
        {
            if (!cancellationToken.IsCancellationRequested)
            {
                Log.SpeechBroke(log, exception);
            }

            context.Abort();
        }
    }

    private static async Task<string?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasJsonContentType())
        {
            throw new AzuSenaException(ErrorCode.MediaTypeUnsupported);
        }

        try
        {
            return (await request.ReadFromJsonAsync<SpeechRequest>(cancellationToken))?.Text;
        }
        catch (JsonException exception)
        {
            throw new AzuSenaException(ErrorCode.RequestInvalid, exception);
        }
    }

    /// <summary>The text to read.</summary>
    /// <param name="Text">Markdown, as in an answer.</param>
    internal sealed record SpeechRequest(string? Text);
}
