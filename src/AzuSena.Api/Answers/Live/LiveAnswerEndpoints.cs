using System.Globalization;
using System.Net.ServerSentEvents;
using System.Security.Claims;
using AzuSena.Answers;
using AzuSena.Api.Security;
using AzuSena.Errors;
using AzuSena.Settings;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AzuSena.Api.Answers.Live;

/// <summary>Endpoints to resume an answer over REST, and to stop it.</summary>
internal static class LiveAnswerEndpoints
{
    private const string LastEventId = "Last-Event-ID";

    public static IServiceCollection AddLiveAnswers(this IServiceCollection services)
    {
        services.AddSettings<LiveAnswerOptions>(LiveAnswerOptions.SectionName);
        services.AddSettings<QuestionLimits>(QuestionLimits.SectionName);
        return services
            .AddSingleton<QuestionSlots>()
            .AddSingleton<LiveAnswers>()
            .AddHostedService(provider => provider.GetRequiredService<LiveAnswers>());
    }

    public static void MapLiveAnswers(this RouteGroupBuilder api)
    {
        var one = api.MapGroup("/questions/{id}").ProducesProblem(StatusCodes.Status404NotFound);
        one.MapGet("/events", Events)
            .Produces<AnswerEvent>(contentType: "text/event-stream")
            .Produces(StatusCodes.Status204NoContent)
            .WithSummary("Sigue una respuesta desde el último paso recibido (Server-Sent Events).")
            .WithDescription("Solo para preguntas hechas con resumable. El último paso se dice con Last-Event-ID o con after. 204 cuando ya no hay más.");
        one.MapDelete("", Stop).WithSummary("Detiene una respuesta.");
    }

    /// <summary>Sends events as they arrive, each with its number as its id.</summary>
    public static IResult ToServerSentEvents(this IAsyncEnumerable<SentEvent> events, HttpContext context)
    {
        // Otherwise nginx and similar proxies would buffer the events.
        context.Response.Headers["X-Accel-Buffering"] = "no";
        var time = context.RequestServices.GetRequiredService<TimeProvider>();
        var lasting = events.WithKeepAlives(time, context.RequestAborted);
        return TypedResults.ServerSentEvents(lasting.WithinSendLimit(context, time).Select(step =>
            new SseItem<SentEvent>(step) { EventId = step.Sequence?.ToString(CultureInfo.InvariantCulture) }));
    }

    private static IResult Events(string id, int? after, HttpContext context, LiveAnswers live, CancellationToken cancellationToken)
    {
        var last = after ?? LastOf(context.Request);
        var answer = live.Find(id, ApiKeyOwner.Of(context.User), last);

        // A browser's EventSource reconnects after every end, and stops reconnecting on this status.
        return answer.EndedAt is not null && last == answer.Last
            ? TypedResults.NoContent()
            : answer.ReadAsync(last, connectionLost: cancellationToken, cancellationToken).ToServerSentEvents(context);
    }

    private static NoContent Stop(string id, ClaimsPrincipal caller, LiveAnswers live)
    {
        var owner = ApiKeyOwner.Of(caller);
        return live.Stop(id, owner) || live.Knows(id, owner) ? TypedResults.NoContent() : throw new AzuSenaException(ErrorCode.QuestionNotFound);
    }

    private static int LastOf(HttpRequest request) => request.Headers[LastEventId].FirstOrDefault() is { Length: > 0 } text
        ? int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1
        : 0;
}
