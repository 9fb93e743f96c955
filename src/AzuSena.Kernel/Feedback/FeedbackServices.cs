using AzuSena.Conversations;
using AzuSena.Memory.Sqlite;
using AzuSena.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace AzuSena.Feedback;

/// <summary>Registers what people think of answers.</summary>
public static class FeedbackServices
{
    /// <summary>Adds the store, the answers that can be rated, and the sweep of what has expired.</summary>
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
