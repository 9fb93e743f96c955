using System.Globalization;
using System.Net.ServerSentEvents;
using AzuSena.Answering;
using AzuSena.Errors;
using AzuSena.Memory;
using AzuSena.Memory.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AzuSena.Api.Answers;

/// <summary>Asking over REST, whole or streamed, and opening what an answer cites.</summary>
internal static class AnswerEndpoints
{
    public static IServiceCollection AddAnswers(this IServiceCollection services) => services.AddSingleton<QueryBody>();

    public static void MapAnswers(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/azusena_api").WithTags("Preguntas").ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status503ServiceUnavailable);

        // The body is read and described by QueryBody: metadata that states its type would refuse curl's default content type.
        api.MapPost("/query/text", AskAsync)
            .AddOpenApiOperationTransformer(QueryBody.DescribeAsync)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("Responde una pregunta.");

        api.MapPost("/query/stream", StreamAsync)
            .AddOpenApiOperationTransformer(QueryBody.DescribeAsync)
            .Produces<AnswerEvent>(contentType: "text/event-stream")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("Responde una pregunta paso a paso (Server-Sent Events).");

        api.MapGet("/passages/{id}", FindPassage)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("Muestra un pasaje citado, con los datos de su documento.");
    }

    private static async Task<Ok<Answer>> AskAsync(HttpRequest request, QueryBody body, AnswerService answers, CancellationToken cancellationToken)
    {
        var question = await body.ReadAsync(request, cancellationToken);
        return TypedResults.Ok(await answers.AskAsync(question, cancellationToken).ToAnswerAsync());
    }

    private static async Task<ServerSentEventsResult<AnswerEvent>> StreamAsync(HttpContext context, QueryBody body, AnswerService answers, CancellationToken cancellationToken)
    {
        var question = await body.ReadAsync(context.Request, cancellationToken);

        var events = answers.AskAsync(question, cancellationToken).GetAsyncEnumerator(cancellationToken);

        // Also where the client leaves before the first event is written.
        context.Response.RegisterForDisposeAsync(events);

        // A question that fails before it has begun is an ordinary problem, with its status.
        if (await events.MoveNextAsync() && events.Current is AnswerFailed failed)
        {
            throw failed.ToException();
        }

        // nginx and its kin would otherwise hold the events back.
        context.Response.Headers["X-Accel-Buffering"] = "no";
        return TypedResults.ServerSentEvents(NumberAsync(events));
    }

    private static async IAsyncEnumerable<SseItem<AnswerEvent>> NumberAsync(IAsyncEnumerator<AnswerEvent> events)
    {
        var number = 0;
        do
        {
            yield return new SseItem<AnswerEvent>(events.Current) { EventId = (++number).ToString(CultureInfo.InvariantCulture) };
        }
        while (await events.MoveNextAsync());
    }

    private static Ok<Passage> FindPassage(string id, PassageStore store)
    {
        using var snapshot = store.Read();
        return TypedResults.Ok(snapshot.Find(id) ?? throw new AzuSenaException(ErrorCode.PassageNotFound));
    }
}
