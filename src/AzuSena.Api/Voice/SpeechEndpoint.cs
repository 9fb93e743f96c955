using System.Text.Json;
using AzuSena.Api.Docs;
using AzuSena.Api.Work;
using AzuSena.Errors;

namespace AzuSena.Api.Voice;

/// <summary>Endpoint that reads a text aloud.</summary>
internal static class SpeechEndpoint
{
    public static void MapSpeech(this IEndpointRouteBuilder api) => api.MapPost("/speech", SpeakAsync)
        .EndsWithTheService()
        .Reads<SpeechRequest>()
        .Produces(StatusCodes.Status200OK, contentType: "audio/wav")
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status429TooManyRequests)
        .ProducesProblem(StatusCodes.Status501NotImplemented)
        .ProducesProblem(StatusCodes.Status504GatewayTimeout)
        .WithSummary("Lee un texto en voz alta.");

    private static async Task SpeakAsync(HttpContext context, SpokenReply spoken, CancellationToken cancellationToken) =>
        await spoken.SendAsync(context, await ReadAsync(context.Request, cancellationToken), cancellationToken);

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
