using AzuSena.Api.Answers.Live;
using AzuSena.SocketIo;
using Microsoft.Extensions.Options;

namespace AzuSena.Api.LegacyChat;

/// <summary>The Socket.IO endpoint for the original's front ends.</summary>
internal static class LegacyChatSetup
{
    // A question with every character escaped is up to 48 kB, and slightly more with the object around it.
    private const int MaxPayload = 64 * 1024;
    private const int MaxDepth = 16;
    private const int QuestionsWaiting = 64;
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(20);

    public static IServiceCollection AddLegacyChat(this IServiceCollection services) => services.AddSocketIo().AddSingleton<LegacyEvents>();

    public static void MapLegacyChat(this IEndpointRouteBuilder app)
    {
        // Created with the first client: a failure to create it then affects that client, not the service.
        var events = new Lazy<LegacyEvents>(app.ServiceProvider.GetRequiredService<LegacyEvents>, LazyThreadSafetyMode.PublicationOnly);
        var limits = app.ServiceProvider.GetRequiredService<IOptions<QuestionLimits>>().Value;
        app.MapSocketIo(LivePaths.SocketIo + "/", io =>
        {
            io.Options.MaxPayload = MaxPayload;
            io.Options.MaxDepth = MaxDepth;
            io.Options.MaxEventsAtOnce = limits.MostAtOnce;
            io.Options.MaxEventsWaiting = QuestionsWaiting;
            io.Options.ConnectTimeout = ConnectTimeout;
            io.Options.Json = LegacyEvents.Json;
            io.Namespace("/")
                .OnConnecting((socket, cancellationToken) => events.Value.AdmitAsync(socket, cancellationToken))
                .OnConnected(LegacyEvents.WelcomeAsync)
                .OnTooLarge(LegacyEvents.TooLargeAsync)
                .On("query_text", (received, cancellationToken) => events.Value.AnswerAsync(received, cancellationToken));
        });
    }
}
