using Microsoft.Extensions.DependencyInjection;

namespace AzuSena.Suggestions;

/// <summary>Registers the suggested questions.</summary>
public static class SuggestionServices
{
    /// <summary>Adds the services.</summary>
    public static IServiceCollection AddSuggestions(this IServiceCollection services) => services
        .AddSingleton<SuggestedQuestions>()
        .AddSingleton<ListedSuggestions>()
        .AddSingleton<FollowUpSuggestions>();
}
