using AzuSena.Conversations;
using AzuSena.Memory.Sqlite;
using AzuSena.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace AzuSena.Feedback;

/// <summary>Registers the rating of answers.</summary>
public static class FeedbackServices
{
    /// <summary>Adds the store, the recent answers and the removal of expired ratings.</summary>
    public static IServiceCollection AddFeedback(this IServiceCollection services)
    {
        services.AddSettings<FeedbackOptions>(FeedbackOptions.SectionName);
        return services
            .AddSingleton<RecentAnswers>()
            .AddSingleton<FeedbackStore>()
            .AddSingleton<IConversationRecords>(provider => provider.GetRequiredService<FeedbackStore>())
            .AddHostedService<ExpirySweep<FeedbackStore>>();
    }
}
