using AzuSena.Answers;
using AzuSena.Api.Answers;
using AzuSena.Api.Answers.Live;
using AzuSena.Api.Voice.OpenAi;
using AzuSena.Api.Work;
using AzuSena.Voice;
using AzuSena.Voice.Transcribing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AzuSena.Api.Voice;

/// <summary>Endpoints for spoken questions over REST, transcription, and reading aloud.</summary>
internal static class VoiceEndpoints
{
    private const string EventStream = "text/event-stream";

    public static IServiceCollection AddVoiceWays(this IServiceCollection services) => services
        .AddSingleton<VoiceSlots>()
        .AddSingleton<VoiceFormReader>()
        .AddSingleton<SpokenReply>()
        .AddSingleton<LiveVoice>();

    // Each step has its own limit: the upload, the transcription and the answer.
    public static void MapVoice(this IEndpointRouteBuilder app)
    {
        var api = app
            .MapGroup("/azusena_api")
            .WithTags("Voz")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        api.DisableRequestTimeout();

        api.MapPost("/query/voice", AskAsync)
            .EndsWithTheService()
            .AddOpenApiOperationTransformer(VoiceFormDescription.DescribeAsync)
            .Produces<VoiceAnswer>()
            .ProducesProblem(StatusCodes.Status408RequestTimeout)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status429TooManyRequests)
            .ProducesProblem(StatusCodes.Status504GatewayTimeout)
            .WithSummary("Responde una pregunta hablada.")
            .WithDescription("Con ?stream=true o Accept: text/event-stream, paso a paso (Server-Sent Events).");

        api.MapPost("/transcriptions", TranscribeAsync)
            .EndsWithTheService()
            .AddOpenApiOperationTransformer(VoiceFormDescription.DescribeAsync)
            .ProducesProblem(StatusCodes.Status408RequestTimeout)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status429TooManyRequests)
            .ProducesProblem(StatusCodes.Status504GatewayTimeout)
            .WithSummary("Transcribe una grabación, sin responderla.");

        api.MapSpeech();
        app.MapOpenAiTranscriptions();
        app.MapOpenAiSpeech();
    }

    private static async Task<IResult> AskAsync(
        HttpContext context, bool? stream, VoiceFormReader forms, VoiceAnswers voice, LiveAnswers live, CancellationToken cancellationToken)
    {
        var form = await forms.ReadAsync(context, cancellationToken);
        var events = live.AskAsync(
            Asker.Of(context),
            token => voice.AskAsync(form.Recording, form.Question, token),
            isResumable: false,
            connectionLost: cancellationToken,
            cancellationToken);
        return stream == true || AcceptsEvents(context.Request)
            ? await AnswerEndpoints.OpenAsync(context, events, cancellationToken)
            : TypedResults.Ok(await VoiceAnswer.OfAsync(events.Select(step => step.Event)));
    }

    private static async Task<Ok<Transcription>> TranscribeAsync(
        HttpContext context, VoiceFormReader forms, Transcriber transcriber, CancellationToken cancellationToken)
    {
        var form = await forms.ReadAsync(context, cancellationToken);
        using var recording = form.Recording;
        var events = transcriber.TranscribeAsync(recording, form.Question.Language, silenceIsText: false, cancellationToken);
        return TypedResults.Ok((await events.OfType<TranscriptionCompleted>().LastAsync(cancellationToken)).Transcription);
    }

    private static bool AcceptsEvents(HttpRequest request) =>
        request.GetTypedHeaders().Accept.Any(type => type.MediaType.Equals(EventStream, StringComparison.OrdinalIgnoreCase));
}
