using AzuSena.Suggestions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AzuSena.Api.Suggestions;

/// <summary>Endpoint for suggested first questions.</summary>
internal static class SuggestionEndpoints
{
    public static void MapSuggestions(this IEndpointRouteBuilder app) => app.MapGet("/azusena_api/suggestions", Suggest)
        .WithTags("Preguntas")
        .WithSummary("Propone preguntas para empezar, otras cada día.");

    private static Ok<SuggestionsReport> Suggest(SuggestedQuestions questions) => TypedResults.Ok(new SuggestionsReport(questions.OfToday()));

    /// <summary>Suggested questions.</summary>
    /// <param name="Suggestions">Questions that the documents answer; empty if none are configured.</param>
    internal sealed record SuggestionsReport(IReadOnlyList<string> Suggestions);
}
