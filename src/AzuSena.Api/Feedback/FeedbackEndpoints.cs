using System.Security.Claims;
using AzuSena.Api.Security;
using AzuSena.Errors;
using AzuSena.Feedback;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AzuSena.Api.Feedback;

/// <summary>Endpoints to rate an answer.</summary>
internal static class FeedbackEndpoints
{
    public static void MapFeedback(this IEndpointRouteBuilder app) => app.MapPost("/azusena_api/questions/{id}/feedback", RateAsync)
        .WithTags("Preguntas")
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
        .WithSummary("Califica una respuesta reciente.")
        .WithDescription("La última calificación de cada pregunta es la que vale.");

    private static async Task<NoContent> RateAsync(
        string id,
        FeedbackRequest request,
        ClaimsPrincipal caller,
        FeedbackStore store,
        CancellationToken cancellationToken)
    {
        var rating = request.Rating switch
        {
            "up" => AnswerRating.Up,
            "down" => AnswerRating.Down,
            _ => throw new AzuSenaException(ErrorCode.RequestInvalid, ErrorCodeNames.Text("RatingInvalid")),
        };
        await store.RateAsync(id, ApiKeyOwner.Of(caller), rating, request.Comment, cancellationToken);
        return TypedResults.NoContent();
    }

    /// <summary>A rating of an answer.</summary>
    /// <param name="Rating"><c>up</c> or <c>down</c>.</param>
    /// <param name="Comment">The reason, up to 1,000 characters.</param>
    internal sealed record FeedbackRequest(string? Rating, string? Comment = null);
}
