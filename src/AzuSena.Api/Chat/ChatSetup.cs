using AzuSena.Api.Answers.Live;
using AzuSena.Api.Chat.Protocols;
using AzuSena.Api.Voice;
using AzuSena.Settings;
using MessagePack;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace AzuSena.Api.Chat;

/// <summary>Sets up SignalR and its hub.</summary>
internal static class ChatSetup
{
    // In addition to the questions, so that one question too many is refused rather than queued, and a stop gets through.
    private const int OtherCalls = 4;

    public static IServiceCollection AddChat(this IServiceCollection services)
    {
        services.AddSettings<ChatOptions>(ChatOptions.SectionName);
        services.AddOptions<HubOptions>().Configure<IOptions<ChatOptions>, IOptions<QuestionLimits>>((hub, chat, limits) =>
        {
            hub.MaximumParallelInvocationsPerClient = limits.Value.MostAtOnce + OtherCalls;
            hub.MaximumReceiveMessageSize = chat.Value.MaxMessageKilobytes * 1024;
            hub.AddFilter<CallGuard>();
        });
        services.AddSignalR().AddJsonProtocol(options =>
        {
            JsonDefaults.Apply(options.PayloadSerializerOptions);
            options.PayloadSerializerOptions.Converters.Add(new LenientQueryConverter());
            options.PayloadSerializerOptions.Converters.Add(new VoiceCallConverter());
        }).AddMessagePackProtocol();
        services.AddOptions<MessagePackHubProtocolOptions>().Configure<IOptions<JsonHubProtocolOptions>>((pack, json) =>
            pack.SerializerOptions = MessagePackSerializerOptions.Standard
                .WithResolver(new JsonShapedResolver(json.Value.PayloadSerializerOptions))
                .WithSecurity(MessagePackSecurity.UntrustedData));
        return services
            .AddSingleton<CallGuard>()
            .AddSingleton<ServiceInstance>()
            .AddSingleton<ChatConnections>()
            .AddSingleton<HubLifetimeManager<ChatHub>>(provider => provider.GetRequiredService<ChatConnections>());
    }

    // A connection lives as long as its client; each answer on it has its own limit.
    public static void MapChat(this IEndpointRouteBuilder app) => app.MapHub<ChatHub>(LivePaths.Hub).DisableRequestTimeout().Add(Unbuffered);

    // Without WebSockets the hub uses server-sent events or long polling, which nginx and similar proxies would otherwise buffer.
    private static void Unbuffered(EndpointBuilder endpoint)
    {
        var inner = endpoint.RequestDelegate ?? throw new InvalidOperationException("The hub has no delegate.");
        endpoint.RequestDelegate = context =>
        {
            context.Response.Headers["X-Accel-Buffering"] = "no";
            return inner(context);
        };
    }
}
