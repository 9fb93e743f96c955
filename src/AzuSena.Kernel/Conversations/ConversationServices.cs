using AzuSena.Conversations.Titles;
using AzuSena.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace AzuSena.Conversations;

/// <summary>Registers conversations.</summary>
public static class ConversationServices
{
    /// <summary>Adds the store, the gate, what names conversations, and the sweep of what has expired.</summary>
    public static IServiceCollection AddConversations(this IServiceCollection services)
    {
        services.AddSettings<ConversationOptions>(ConversationOptions.SectionName);
        services.AddSingleton<ConversationStore>();
        services.AddSingleton<ConversationGate>();
        services.AddSingleton<PendingTitles>();
        services.AddHostedService<TitleWriting>();
        return services.AddHostedService<ExpirySweep<ConversationStore>>();
    }
}
