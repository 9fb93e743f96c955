using Microsoft.AspNetCore.SignalR;

namespace AzuSena.Api.Chat;

/// <summary>SignalR and its hub.</summary>
internal static class ChatSetup
{
    /// <summary>Where the hub is.</summary>
    public const string Path = "/hubs/chat";

    /// <summary>Questions of one connection that are answered at once; the others wait.</summary>
    public const int QuestionsAtOnce = 4;

    public static IServiceCollection AddChat(this IServiceCollection services)
    {
        services.AddSignalR(options =>
        {
            options.MaximumParallelInvocationsPerClient = QuestionsAtOnce;
            options.AddFilter<CallGuard>();
        }).AddJsonProtocol(options =>
        {
            JsonDefaults.Apply(options.PayloadSerializerOptions);
            options.PayloadSerializerOptions.Converters.Add(new LenientQueryConverter());
        });
        return services.AddSingleton<CallGuard>();
    }

    // A connection lives as long as its client; each answer on it has its own limit.
    public static void MapChat(this IEndpointRouteBuilder app) => app.MapHub<ChatHub>(Path).DisableRequestTimeout();
}
