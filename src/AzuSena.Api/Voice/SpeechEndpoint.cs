using System.Text.Json;
using AzuSena.Api.Hosting.Stopping;
using AzuSena.Errors;
using AzuSena.Voice.Speaking;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AzuSena.Api.Voice;

/// <summary>Reading a text aloud.</summary>
internal static class SpeechEndpoint
{
    public static void MapSpeech(this IEndpointRouteBuilder api) => api.MapPost("/speech", SpeakAsync)
        .EndsWithTheService()
        .Produces(StatusCodes.Status200OK, contentType: "audio/wav")
        .ProducesProblem(StatusCodes.Status501NotImplemented)
        .WithSummary("Lee un texto en voz alta.");

    private static async Task<FileContentHttpResult> SpeakAsync(HttpRequest request, Speaker speaker, CancellationToken cancellationToken)
    {
        if (!request.HasJsonContentType())
        {
            throw new AzuSenaException(ErrorCode.MediaTypeUnsupported);
        }

        try
        {
            var speech = await request.ReadFromJsonAsync<SpeechRequest>(cancellationToken);
            return TypedResults.File(await speaker.SpeakAsync(speech?.Text, cancellationToken), "audio/wav");
        }
        catch (JsonException exception)
        {
            throw new AzuSenaException(ErrorCode.RequestInvalid, exception);
        }
    }

    /// <summary>What is to be read.</summary>
    /// <param name="Text">Markdown, as an answer is.</param>
    internal sealed record SpeechRequest(string? Text);
}
