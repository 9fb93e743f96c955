using AzuSena.Answering;
using AzuSena.Api.Answers.Live;
using AzuSena.Api.Docs;
using AzuSena.Api.OpenAi.Models;
using AzuSena.Api.OpenAi.Rendering;
using AzuSena.Api.OpenAi.Requests;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace AzuSena.Api.OpenAi.Responses;

/// <summary><c>POST /v1/responses</c>, whole and streamed. Replies are not stored, so there is no other request about them.</summary>
internal static class ResponsesEndpoint
{
    public static void MapResponses(this IEndpointRouteBuilder api) => api.MapPost("/responses", RespondAsync)
        .Reads<ResponsesBody>()
        .Produces<ResponseObject>()
        .Streams<ResponseEvent>()
        .WithSummary("Responde una pregunta o una conversación, como lo hace OpenAI.")
        .WithDescription("Con stream, paso a paso (Server-Sent Events): de response.created a response.completed.");

    private static async Task<IResult> RespondAsync(
        HttpContext context,
        ModelNames models,
        CompatibleAnswers answers,
        IOptions<AnsweringOptions> answering,
        IOptions<JsonOptions> json,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var request = ResponsesRequest.Of(await JsonRequest.ReadAsync(context.Request, cancellationToken), models);
        var draft = new ResponseDraft(request, PassageAddress.For(context.Request), time.GetUtcNow().ToUnixTimeSeconds());
        if (request.Streams)
        {
            var events = await answers.BeginAsync(context, request.Question, cancellationToken);
            return new ResponseStream(draft, new SentText(answering.Value.Unsupported), json.Value.SerializerOptions).FramesAsync(events).ToEventStream();
        }

        var answer = await answers.AnswerAsync(context, request.Question, cancellationToken);
        return TypedResults.Ok(draft.Completed(answer, answer.Response, draft.AnnotationsOf(answer, answer.Response, from: 0)));
    }
}
