using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AzuSena.Testing.Models;

/// <summary>A model server's double on a real port: can be killed and started again on it, and keeps the requests for replies.</summary>
public abstract class ServerDouble : IAsyncDisposable
{
    private readonly ConcurrentQueue<ModelRequest> _requests = new();
    private readonly Channel<ModelRequest> _arrivals = Channel.CreateUnbounded<ModelRequest>();
    private WebApplication? _app;

    /// <summary>The port, the same after a restart.</summary>
    public int Port { get; private set; }

    public Uri Uri => new($"http://127.0.0.1:{Port}/");

    /// <summary>What it does for a request for a reply.</summary>
    public Func<ModelRequest, ModelScript> Script { get; set; } = _ => ModelScript.Of("Hola", ".");

    /// <summary>The requests for replies, in the order in which they came.</summary>
    public IReadOnlyList<ModelRequest> Requests => [.. _requests];

    /// <summary>The next request for a reply that the test has not taken yet.</summary>
    public ValueTask<ModelRequest> NextRequestAsync() => _arrivals.Reader.ReadAsync();

    /// <summary>Starts it, on the port that it had, on the given one, or on a free one.</summary>
    public async Task StartAsync(int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.Zero);
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.WebHost.UseKestrel(options => options.Listen(IPAddress.Loopback, Port > 0 ? Port : port));
        _app = builder.Build();
        Map(_app);
        await _app.StartAsync();
        Port = new Uri(_app.Urls.Single()).Port;
    }

    /// <summary>Kills it: what is under way is broken off.</summary>
    public async Task StopAsync()
    {
        if (_app is { } app)
        {
            _app = null;
            await app.StopAsync(new CancellationToken(canceled: true));
            await app.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        GC.SuppressFinalize(this);
    }

    protected abstract void Map(WebApplication app);

    /// <summary>Receives a request for a reply and plays its script.</summary>
    private protected async Task ReplyAsync(HttpContext context, Func<ModelRequest, ModelScript, ScriptWriter> writer)
    {
        if (await ReadAsync(context) is not { } body)
        {
            return;
        }

        var request = new ModelRequest(body, context.RequestAborted) { Authorization = context.Request.Headers.Authorization };
        _requests.Enqueue(request);
        _arrivals.Writer.TryWrite(request);
        try
        {
            var script = Script(request);
            if (script.Refusal is { } refusal)
            {
                await RefuseAsync(context, refusal.Status, refusal.Text);
                return;
            }

            await writer(request, script).PlayAsync(context, script, request);
        }
        finally
        {
            request.End();
        }
    }

    /// <summary>The request's body; null, and refused, where it is no JSON object.</summary>
    protected async Task<JsonObject?> ReadAsync(HttpContext context)
    {
        try
        {
            if (await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted) is JsonObject body)
            {
                return body;
            }
        }
        catch (JsonException)
        {
        }

        await RefuseAsync(context, StatusCodes.Status400BadRequest, "invalid character in request body");
        return null;
    }

    protected abstract Task RefuseAsync(HttpContext context, int status, string text);

    // Ctrl-C belongs to the program that holds the double, not to each double.
    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
