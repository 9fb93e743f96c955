using AzuSena.Conversations;
using AzuSena.Memory.Sqlite;
using AzuSena.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace AzuSena.Answering.Tracing;

/// <summary>Registers the traces of answers.</summary>
internal static class TracingServices
{
    /// <summary>Adds the recording, building and storage of traces.</summary>
    public static IServiceCollection AddTracing(this IServiceCollection services)
    {
        services.AddSettings<TraceOptions>(TraceOptions.SectionName);
        return services
            .AddSingleton<TraceBuffer>()
            .AddSingleton<AnswerTracing>()
            .AddSingleton<TraceBuilder>()
            .AddSingleton<TraceStore>()
            .AddSingleton<IConversationRecords>(provider => provider.GetRequiredService<TraceStore>())
            .AddSingleton<PendingTraces>()
            .AddHostedService<TraceWriting>()
            .AddHostedService<ExpirySweep<TraceStore>>();
    }
}
