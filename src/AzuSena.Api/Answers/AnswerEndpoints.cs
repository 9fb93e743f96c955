using AzuSena.Answering;
using AzuSena.Answers;
using AzuSena.Api.Answers.Live;
using AzuSena.Errors;
using AzuSena.Memory.Storage;
using AzuSena.Passages;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AzuSena.Api.Answers;

/// <summary>Endpoints to ask over REST, whole or streamed, and to open the passages that an answer cites.</summary>
internal static class AnswerEndpoints
{
    public static IServiceCollection AddAnswers(this IServiceCollection services) => services.AddSingleton<QueryBody>().AddLiveAnswers();

    public static void MapAnswers(this IEndpointRouteBuilder app)
    {
        var api = app
            .MapGroup("/azusena_api")
            .WithTags("Preguntas")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

        // The body is read and described by QueryBody: metadata with its type would refuse curl's default content type.
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

        api.MapLiveAnswers();
    }

    private static async Task<Ok<Answer>> AskAsync(
        HttpContext context,
        QueryBody body,
        AnswerService answers,
        LiveAnswers live,
        CancellationToken cancellationToken)
    {
        var question = (await body.ReadAsync(context.Request, cancellationToken)).ToQuestion(context.User);
        var events = live.AskAsync(Asker.Of(context), token => answers.AskAsync(question, token), isResumable: false, cancellationToken, cancellationToken);
        return TypedResults.Ok(await events.Select(step => step.Event).ToAnswerAsync());
    }

    private static async Task<IResult> StreamAsync(
        HttpContext context,
        QueryBody body,
        AnswerService answers,
        LiveAnswers live,
        CancellationToken cancellationToken)
    {
        var query = await body.ReadAsync(context.Request, cancellationToken);
        var question = query.ToQuestion(context.User);
        var events = live.AskAsync(
            Asker.Of(context), token => answers.AskAsync(question, token), query.Resumable == true, connectionLost: cancellationToken, cancellationToken);
        return await OpenAsync(context, events, cancellationToken);
    }

    /// <summary>Sends the events of an answer as they arrive.</summary>
    /// <exception cref="AzuSenaException">The answer failed before it began.</exception>
    internal static async Task<IResult> OpenAsync(HttpContext context, IAsyncEnumerable<SentEvent> answer, CancellationToken cancellationToken) =>
        (await BeginAsync(context, answer, cancellationToken)).ToServerSentEvents(context);

    /// <summary>The events of an answer that has begun; they end with the response.</summary>
    /// <exception cref="AzuSenaException">The answer failed before it began.</exception>
    internal static async Task<IAsyncEnumerable<SentEvent>> BeginAsync(
        HttpContext context, IAsyncEnumerable<SentEvent> answer, CancellationToken cancellationToken)
    {
        var events = answer.GetAsyncEnumerator(cancellationToken);

        // Also if the client disconnects before the first event is written.
        context.Response.RegisterForDisposeAsync(events);

        // A question that fails before the answer has begun is an ordinary problem, with its status.
        if (await events.MoveNextAsync() && events.Current.Event is AnswerFailed failed)
        {
            throw failed.ToException();
        }

        return RestOf(events);
    }

    private static async IAsyncEnumerable<SentEvent> RestOf(IAsyncEnumerator<SentEvent> events)
    {
        do
        {
            yield return events.Current;
        }
        while (await events.MoveNextAsync());
    }

    private static Ok<Passage> FindPassage(string id, PassageStore store)
    {
        using var snapshot = store.Read();
        return TypedResults.Ok(snapshot.Find(id) ?? throw new AzuSenaException(ErrorCode.PassageNotFound));
    }
}
