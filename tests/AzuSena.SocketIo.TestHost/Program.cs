using System.Globalization;
using System.Text.Json;
using AzuSena.SocketIo.EngineIo;
using AzuSena.SocketIo.Namespaces;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AzuSena.SocketIo.TestHost;

/// <summary>
/// What the protocols' public server suites expect to find: an Engine.IO endpoint that echoes, and a Socket.IO endpoint with two namespaces.
/// <code>dotnet run --project tests/AzuSena.SocketIo.TestHost [PORT]</code>
/// </summary>
internal static class Program
{
    private const int DefaultPort = 3000;

    public static Task Main(string[] args)
    {
        var port = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : DefaultPort;
        return Build($"http://localhost:{port}", configure: null, replace: null).RunAsync();
    }

    /// <summary>Composes the host; tests change its settings and services.</summary>
    public static WebApplication Build(string address, Action<EngineIoOptions>? configure, Action<IServiceCollection>? replace)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(address);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddRouting().AddSocketIo().AddCors(cors => cors.AddDefaultPolicy(policy => policy.AllowAnyOrigin().AllowAnyHeader().AllowAnyMethod()));
        replace?.Invoke(builder.Services);

        var app = builder.Build();
        app.UseCors();
        app.MapEngineIo("/engine.io/", Configured(new EngineIoOptions(), configure), session => new Echo(session));
        app.MapSocketIo("/socket.io/", io =>
        {
            Configured(io.Options, configure);
            io.Namespace("/")
                .OnConnected(SendAuthAsync)
                .On("message", (received, _) => received.Socket.EmitAsync("message-back", received.Arguments).AsTask())
                .On("message-with-ack", (received, _) => received.AcknowledgeAsync(received.Arguments).AsTask());
            io.Namespace("/custom").OnConnected(SendAuthAsync);
        });
        return app;
    }

    private static TOptions Configured<TOptions>(TOptions options, Action<EngineIoOptions>? configure)
        where TOptions : EngineIoOptions
    {
        options.PingInterval = TimeSpan.FromMilliseconds(300);
        options.PingTimeout = TimeSpan.FromMilliseconds(200);
        options.MaxPayload = 1_000_000;
        configure?.Invoke(options);
        return options;
    }

    // The suite listens for one message at a time, and misses one that reaches it together with the one before: here the reply to CONNECT.
    private static async Task SendAuthAsync(SocketIoSocket socket, CancellationToken cancellationToken)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, cancellationToken);
        await socket.EmitAsync("auth", socket.Auth.ValueKind == JsonValueKind.Undefined ? JsonSerializer.SerializeToElement(new { }) : socket.Auth);
    }
}
