using System.Text.Json;
using AzuSena.Api.Docs;
using AzuSena.Api.OpenAi.Requests;
using AzuSena.Api.Work;
using AzuSena.Errors;

namespace AzuSena.Api.Voice.OpenAi;

/// <summary>
/// <c>POST /v1/audio/speech</c>, compatible with OpenAI's clients (platform.openai.com/docs/api-reference/audio/createSpeech). There is one voice, one speed
/// and one format, WAV; <c>model</c>, <c>voice</c> and <c>instructions</c> are accepted and ignored.
/// </summary>
internal static class OpenAiSpeech
{
    public static void MapOpenAiSpeech(this IEndpointRouteBuilder app) => app.MapPost("/v1/audio/speech", SpeakAsync)
        .EndsWithTheService()
        .WithTags("OpenAI")
        .Reads<SpeechBody>()
        .Produces(StatusCodes.Status200OK, contentType: "audio/wav")
        .WithSummary("Lee un texto en voz alta, como lo hace OpenAI.")
        .DisableRequestTimeout();

    private static async Task SpeakAsync(HttpContext context, SpokenReply spoken, CancellationToken cancellationToken)
    {
        var request = await JsonRequest.ReadAsync(context.Request, cancellationToken);
        if (request.Text("response_format") is not (null or "wav"))
        {
            throw JsonRequest.NotAble("response_format", "OnlyWav");
        }

        if (request.Find("speed") is { } speed && !(speed.ValueKind is JsonValueKind.Number && speed.TryGetDouble(out var factor) && factor == 1))
        {
            throw JsonRequest.NotAble("speed", "OnlyOneSpeed");
        }

        if (request.Text("stream_format") is not (null or "audio"))
        {
            throw JsonRequest.NotAble("stream_format", "NoSpeechEvents");
        }

        try
        {
            await spoken.SendAsync(context, request.Required("input"), cancellationToken);
        }
        catch (AzuSenaException exception) when (exception.Code is ErrorCode.RequestInvalid && exception.Field is null)
        {
            throw new AzuSenaException(exception.Code, exception.Message, exception) { Field = "input" };
        }
    }

    /// <summary>The body, as it is described.</summary>
    /// <param name="Input">The text, Markdown as in an answer.</param>
    /// <param name="Model">Ignored.</param>
    /// <param name="Voice">Ignored: there is one.</param>
    /// <param name="ResponseFormat"><c>wav</c>.</param>
    /// <param name="Speed">1.</param>
    internal sealed record SpeechBody(string Input, string? Model = null, string? Voice = null, string? ResponseFormat = null, double? Speed = null);
}
