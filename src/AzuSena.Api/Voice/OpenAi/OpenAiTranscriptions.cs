using System.Net.ServerSentEvents;
using AzuSena.Answers;
using AzuSena.Api.Work;
using AzuSena.Voice.Transcribing;

namespace AzuSena.Api.Voice.OpenAi;

/// <summary>
/// <c>POST /v1/audio/transcriptions</c>, compatible with OpenAI's clients (platform.openai.com/docs/api-reference/audio/createTranscription). <c>model</c>,
/// <c>prompt</c> and <c>temperature</c> are accepted and ignored; silence gives an empty text, as there.
/// </summary>
internal static class OpenAiTranscriptions
{
    private const string Path = "/v1/audio/transcriptions";

    public static void MapOpenAiTranscriptions(this IEndpointRouteBuilder app) => app.MapPost(Path, TranscribeAsync)
        .EndsWithTheService()
        .WithTags("OpenAI")
        .DisableRequestTimeout()
        .AddOpenApiOperationTransformer(VoiceFormDescription.DescribeOpenAiAsync)
        .WithSummary("Transcribe una grabación, como lo hace OpenAI.");

    private static async Task<IResult> TranscribeAsync(
        HttpContext context, VoiceFormReader forms, Transcriber transcriber, CancellationToken cancellationToken)
    {
        var form = await forms.ReadAsync(context, cancellationToken);
        var events = transcriber.TranscribeAsync(form.Recording, form.Question.Language, silenceIsText: true, cancellationToken);
        if (form.Field("stream") is "true" or "1")
        {
            return await StreamAsync(context, events, cancellationToken);
        }

        using var recording = form.Recording;
        var format = TranscriptFormats.Find(form.Field("response_format"));
        return format((await events.OfType<TranscriptionCompleted>().LastAsync(cancellationToken)).Transcription);
    }

    // A failure before the first word is an error with its status; after it the stream ends without its last event.
    private static async Task<IResult> StreamAsync(HttpContext context, IAsyncEnumerable<AnswerEvent> events, CancellationToken cancellationToken)
    {
        var heard = events.GetAsyncEnumerator(cancellationToken);
        context.Response.RegisterForDisposeAsync(heard);
        await heard.MoveNextAsync();
        context.Response.Headers["X-Accel-Buffering"] = "no";
        return TypedResults.ServerSentEvents(EventsAsync(heard).Select(step => new SseItem<TranscriptEvent>(step, step.Type)));
    }

    private static async IAsyncEnumerable<TranscriptEvent> EventsAsync(IAsyncEnumerator<AnswerEvent> heard)
    {
        var said = "";
        do
        {
            if (heard.Current is TranscriptionPartial { Text: var text } && text.Length > said.Length && text.StartsWith(said, StringComparison.Ordinal))
            {
                yield return new TranscriptEvent("transcript.text.delta", Delta: text[said.Length..]);
                said = text;
            }
            else if (heard.Current is TranscriptionCompleted completed)
            {
                yield return new TranscriptEvent("transcript.text.done", Text: completed.Transcription.Text);
            }
        }
        while (await heard.MoveNextAsync());
    }

    /// <summary>An event of a streamed transcription.</summary>
    /// <param name="Type">The type of the event.</param>
    /// <param name="Delta">The next part of the text.</param>
    /// <param name="Text">The whole text.</param>
    internal sealed record TranscriptEvent(string Type, string? Delta = null, string? Text = null);
}
