using System.Text.Json;
using AzuSena.Errors;
using AzuSena.Mcp;
using AzuSena.Settings;
using Microsoft.Extensions.Options;
using ModelContextProtocol.AspNetCore;

namespace AzuSena.Api.Mcp;

/// <summary>Serves the MCP server over HTTP.</summary>
internal static class McpSetup
{
    // A client that asks for nothing this long may begin a new session.
    private static readonly TimeSpan IdleTimeout = TimeSpan.FromMinutes(30);
    private const int MaxIdleSessions = 2000;

    public static IServiceCollection AddMcp(this IServiceCollection services)
    {
        services.AddSettings<McpOptions>(McpOptions.SectionName);
        services.AddHttpContextAccessor().AddAzuSenaMcp().AddSingleton<IQuestionWalk, RequestWalk>();
        services.AddMcpServer().WithHttpTransport(http =>
        {
            // Clients with a session say by a message of its own that they take a question back; without a session that message would find nobody.
            http.SessionMode = HttpServerSessionMode.StatefulForInitializeClients;
            http.IdleTimeout = IdleTimeout;
            http.MaxIdleSessionCount = MaxIdleSessions;
        });
        return services;
    }

    // A session's stream lives as long as its client; each answer has its own limit.
    public static void MapMcpServer(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IOptions<McpOptions>>().Value.Enabled)
        {
            app.MapMcp(LivePaths.Mcp).DisableRequestTimeout().ExcludeFromDescription().Add(Guarded);
        }
    }

    // The SDK reads some messages before any handler of ours, and lets what it throws about them go through.
    private static void Guarded(EndpointBuilder endpoint)
    {
        var inner = endpoint.RequestDelegate ?? throw new InvalidOperationException("The MCP endpoint has no delegate.");
        endpoint.RequestDelegate = async context =>
        {
            try
            {
                await inner(context);
            }
            catch (JsonException exception) when (!context.Response.HasStarted)
            {
                throw new AzuSenaException(ErrorCode.RequestInvalid, exception);
            }
        };
    }
}
