using System.Net.Mime;
using AzuSena.Answering.Tracing;
using AzuSena.Api.Security;
using AzuSena.Errors;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace AzuSena.Api.Tracing;

/// <summary>Endpoint to read the trace of an answer.</summary>
internal static class TraceEndpoints
{
    public static void MapTraces(this IEndpointRouteBuilder app) => app.MapGet("/azusena_api/questions/{id}/trace", FindAsync)
        .WithTags("Preguntas")
        .Produces<AnswerTrace>()
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
        .WithSummary("Explica cómo se llegó a una respuesta.")
        .WithDescription("Con API_KEYS, para la clave que preguntó; sin ellas, solo desde la misma máquina.");

    private static async Task<IResult> FindAsync(
        string id,
        HttpContext context,
        TraceStore traces,
        PendingTraces pending,
        IOptions<TraceOptions> tracing,
        IOptions<ApiOptions> api,
        CancellationToken cancellationToken)
    {
        // A caller without access gets the same reply as for a missing trace.
        if (!tracing.Value.Enabled || (api.Value.KeyList.Count == 0 && !ClientAddress.IsThisMachine(context)))
        {
            throw new AzuSenaException(ErrorCode.QuestionNotFound);
        }

        // Includes answers that have just ended.
        await pending.FlushAsync(cancellationToken);
        context.Response.Headers[HeaderNames.CacheControl] = "no-store";
        return TypedResults.Text(traces.ReadJson(id, ApiKeyOwner.Of(context.User)), MediaTypeNames.Application.Json);
    }
}
