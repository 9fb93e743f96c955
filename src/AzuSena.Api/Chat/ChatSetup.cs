using AzuSena.Api.Voice;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace AzuSena.Api.Chat;

/// <summary>SignalR and its hub.</summary>
internal static class ChatSetup
{
    /// <summary>Where the hub is.</summary>
    public const string Path = "/hubs/chat";

    // Beside the questions, so that one that is one too many is refused rather than made to wait, and a stop gets through.
    private const int OtherCalls = 4;
    private const int MostQuestions = 1000;

    public static IServiceCollection AddChat(this IServiceCollection services)
    {
        services.AddSettings<ChatOptions>(ChatOptions.SectionName);
        services.AddOptions<HubOptions>().Configure<IOptions<ChatOptions>>((hub, chat) =>
        {
            hub.MaximumParallelInvocationsPerClient = (chat.Value.QuestionsPerConnection == 0 ? MostQuestions : chat.Value.QuestionsPerConnection) + OtherCalls;
            hub.MaximumReceiveMessageSize = chat.Value.MaxMessageKilobytes * 1024;
            hub.AddFilter<CallGuard>();
        });
        services.AddSignalR().AddJsonProtocol(options =>
        {
            JsonDefaults.Apply(options.PayloadSerializerOptions);
            options.PayloadSerializerOptions.Converters.Add(new LenientQueryConverter());
            options.PayloadSerializerOptions.Converters.Add(new VoiceCallConverter());
        });
        return services.AddSingleton<CallGuard>();
    }

    // A connection lives as long as its client; each answer on it has its own limit.
    public static void MapChat(this IEndpointRouteBuilder app) => app.MapHub<ChatHub>(Path).DisableRequestTimeout();
}
