using AzuSena.SocketIo.EngineIo;
using AzuSena.SocketIo.Namespaces;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AzuSena.SocketIo;

/// <summary>Endpoints for Socket.IO and Engine.IO clients.</summary>
public static class SocketIoEndpoints
{
    private const string LogCategory = "AzuSena.SocketIo";

    /// <summary>Adds the services of the endpoints.</summary>
    public static IServiceCollection AddSocketIo(this IServiceCollection services) => services
        .AddSingleton<SocketIoServers>()
        .AddHostedService(provider => provider.GetRequiredService<SocketIoServers>());

    /// <summary>
    /// Maps an endpoint for Socket.IO clients (protocol 5 over Engine.IO 4: client versions 3 and 4). Which web pages may call it is left to earlier
    /// middleware, such as CORS.
    /// </summary>
    /// <param name="endpoints">The route builder.</param>
    /// <param name="pattern">The path, <c>/socket.io/</c> for clients that do not set one.</param>
    /// <param name="configure">Sets the endpoint's namespaces and handlers.</param>
    public static IEndpointConventionBuilder MapSocketIo(this IEndpointRouteBuilder endpoints, string pattern, Action<SocketIoBuilder> configure)
    {
        var builder = new SocketIoBuilder();
        configure(builder);
        var time = TimeOf(endpoints);
        var log = LogOf(endpoints);
        return endpoints.MapEngineIo(pattern, builder.Options, session => new SocketIoConnection(session, builder.Namespaces, builder.Options, time, log));
    }

    /// <summary>Maps an endpoint for Engine.IO clients: messages without Socket.IO's namespaces and events.</summary>
    /// <param name="endpoints">The route builder.</param>
    /// <param name="pattern">The path, <c>/engine.io/</c> for clients that do not set one.</param>
    /// <param name="options">The endpoint's settings.</param>
    /// <param name="begin">Creates the handler of a session's messages.</param>
    public static IEndpointConventionBuilder MapEngineIo(
        this IEndpointRouteBuilder endpoints, string pattern, EngineIoOptions options, Func<EngineIoSession, IEngineIoHandler> begin)
    {
        options.Validate();
        var servers = endpoints.ServiceProvider.GetService<SocketIoServers>()
            ?? throw new InvalidOperationException("Call AddSocketIo() on the services before mapping a Socket.IO or Engine.IO endpoint.");
        var sessions = new EngineIoSessions(options, TimeOf(endpoints), LogOf(endpoints));
        servers.Add(sessions);
        var server = new EngineIoServer(sessions, begin);

        var pipeline = endpoints.CreateApplicationBuilder();
        pipeline.UseWebSockets();
        pipeline.Run(server.HandleAsync);

        // Polls and WebSockets are long-lived; the protocol's own pings limit them.
        return endpoints.Map(pattern, pipeline.Build()).WithDisplayName(pattern).DisableRequestTimeout();
    }

    private static TimeProvider TimeOf(IEndpointRouteBuilder endpoints) => endpoints.ServiceProvider.GetService<TimeProvider>() ?? TimeProvider.System;

    private static ILogger LogOf(IEndpointRouteBuilder endpoints) => endpoints.ServiceProvider.GetRequiredService<ILoggerFactory>().CreateLogger(LogCategory);
}
