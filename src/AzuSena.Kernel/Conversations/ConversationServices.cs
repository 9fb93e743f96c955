using AzuSena.Conversations.Titles;
using AzuSena.Memory.Sqlite;
using AzuSena.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AzuSena.Conversations;

/// <summary>Registers the conversation services.</summary>
public static class ConversationServices
{
    /// <summary>Adds the store, the gate, the title generation and the removal of expired conversations.</summary>
    public static IServiceCollection AddConversations(this IServiceCollection services)
    {
        services.AddSettings<ConversationOptions>(ConversationOptions.SectionName);
        services.AddSingleton(provider => new ConversationStore(
            provider.GetRequiredService<IOptions<DataOptions>>(),
            provider.GetRequiredService<IOptions<ConversationOptions>>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<ConversationStore>>(),
            provider.GetServices<IConversationRecords>()));
        services.AddSingleton<ConversationGate>();
        services.AddSingleton<PendingTitles>();
        services.AddHostedService<TitleWriting>();
        return services.AddHostedService<ExpirySweep<ConversationStore>>();
    }
}
