using AzuSena.Answering;
using AzuSena.Answers;
using AzuSena.Api.Answers.Live;
using AzuSena.Api.Docs;
using AzuSena.Api.OpenAi.Models;
using AzuSena.Api.OpenAi.Rendering;
using AzuSena.Api.OpenAi.Requests;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace AzuSena.Api.OpenAi.Chat;

/// <summary><c>POST /v1/chat/completions</c>, whole and streamed.</summary>
internal static class ChatCompletionsEndpoint
{
    public static void MapChatCompletions(this IEndpointRouteBuilder api) => api.MapPost("/chat/completions", CompleteAsync)
        .Reads<ChatBody>()
        .Produces<ChatCompletion>()
        .Streams<ChatChunk>()
        .WithSummary("Responde una conversación, como lo hace OpenAI.")
        .WithDescription("Con stream, parte por parte (Server-Sent Events), y al final [DONE].");

    /// <summary>The id of the reply to a question.</summary>
    public static string IdOf(string questionId) => $"chatcmpl-{questionId}";

    private static async Task<IResult> CompleteAsync(
        HttpContext context,
        ModelNames models,
        CompatibleAnswers answers,
        IOptions<AnsweringOptions> answering,
        IOptions<JsonOptions> json,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var request = ChatRequest.Of(await JsonRequest.ReadAsync(context.Request, cancellationToken), models);
        var created = time.GetUtcNow().ToUnixTimeSeconds();
        var passages = PassageAddress.For(context.Request);
        if (request.Streams)
        {
            var events = await answers.BeginAsync(context, request.Question, cancellationToken);
            var text = new SentText(answering.Value.Unsupported);
            return new ChatStream(request, text, passages, created, json.Value.SerializerOptions).FramesAsync(events).ToEventStream();
        }

        var answer = await answers.AnswerAsync(context, request.Question, cancellationToken);
        return TypedResults.Ok(Whole(answer, request, passages, created));
    }

    private static ChatCompletion Whole(Answer answer, ChatRequest request, PassageAddress passages, long created)
    {
        var (asked, text) = (request.Question, answer.Response);
        var annotations = ChatAnnotation.Of(CitedSpan.In(text, from: 0, answer.Citations), passages);
        var message = new ChatMessage("assistant", request.ListsSources ? text + SourceList.Of(answer, passages) : text, Refusal: null, annotations);
        return new ChatCompletion(
            IdOf(answer.QuestionId),
            "chat.completion",
            created,
            asked.Model.Name,
            [new ChatChoice(0, message, Logprobs: null, "stop")],
            ChatUsage.Of(TokenCount.Of(answer, asked.Told, text)),
            AnswerDetails.Of(answer, text, asked.AllNotes));
    }
}
