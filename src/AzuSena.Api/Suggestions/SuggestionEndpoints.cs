using AzuSena.Suggestions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AzuSena.Api.Suggestions;

/// <summary>First questions for somebody who does not know what to ask.</summary>
internal static class SuggestionEndpoints
{
    public static void MapSuggestions(this IEndpointRouteBuilder app) => app.MapGet("/azusena_api/suggestions", Suggest)
        .WithTags("Preguntas")
        .WithSummary("Propone preguntas para empezar, otras cada día.");

    private static Ok<SuggestionsReport> Suggest(SuggestedQuestions questions) => TypedResults.Ok(new SuggestionsReport(questions.OfToday()));

    /// <summary>Questions to begin with.</summary>
    /// <param name="Suggestions">Questions that the documents answer; empty where nobody chose any.</param>
    internal sealed record SuggestionsReport(IReadOnlyList<string> Suggestions);
}
