using System.Collections.Concurrent;
using AzuSena.SocketIo.EngineIo;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace AzuSena.SocketIo.Tests.Support;

/// <summary>The test host on a free port, whose clock stands still until a test moves it on.</summary>
internal sealed class Host : IAsyncDisposable
{
    public const string EngineIo = "engine.io";
    public const string SocketIo = "socket.io";

    /// <summary>How long anything may take before a test gives up; no test waits this long when all is well.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly WebApplication _app;
    private readonly Errors _errors = new();

    private Host(Action<EngineIoOptions>? configure, bool realTime, Action<WebApplication>? map)
    {
        _app = TestHost.Program.Build("http://127.0.0.1:0", configure, services =>
        {
            services.AddLogging(logging => logging.ClearProviders().AddProvider(_errors));
            if (!realTime)
            {
                services.AddSingleton<TimeProvider>(Time);
            }
        });
        map?.Invoke(_app);
    }

    public FakeTimeProvider Time { get; } = new();

    public HttpClient Client { get; private set; } = null!;

    /// <summary>What was logged as an error.</summary>
    public IReadOnlyCollection<string> Logged => _errors.Lines;

    public int Sessions => _app.Services.GetRequiredService<SocketIoServers>().SessionCount;

    public IServiceProvider Services => _app.Services;

    public static async Task<Host> StartAsync(Action<EngineIoOptions>? configure = null, bool realTime = false, Action<WebApplication>? map = null)
    {
        var host = new Host(configure, realTime, map);
        await host._app.StartAsync();
        host.Client = new HttpClient { BaseAddress = new Uri(host._app.Urls.Single()), Timeout = Patience };
        return host;
    }

    /// <summary>The address of one of the host's endpoints.</summary>
    public static string PathOf(string endpoint, string transport, string? sid = null) =>
        $"/{endpoint}/?EIO=4&transport={transport}" + (sid is null ? "" : $"&sid={sid}");

    /// <summary>Opens a session over polling and gives its id.</summary>
    public async Task<string> OpenAsync(string endpoint = EngineIo)
    {
        var open = await Client.GetStringAsync(PathOf(endpoint, "polling"));
        open.Should().StartWith("0{");
        return System.Text.Json.JsonDocument.Parse(open[1..]).RootElement.GetProperty("sid").GetString()!;
    }

    public Task<HttpResponseMessage> PollAsync(string sid, string endpoint = EngineIo, CancellationToken cancellationToken = default) =>
        Client.GetAsync(PathOf(endpoint, "polling", sid), cancellationToken);

    public async Task<string> PollTextAsync(string sid, string endpoint = EngineIo)
    {
        using var response = await PollAsync(sid, endpoint);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync();
    }

    public Task<HttpResponseMessage> PostAsync(string sid, string body, string endpoint = EngineIo) =>
        PostAsync(sid, System.Text.Encoding.UTF8.GetBytes(body), endpoint);

    public Task<HttpResponseMessage> PostAsync(string sid, byte[] body, string endpoint = EngineIo) =>
        Client.PostAsync(PathOf(endpoint, "polling", sid), new ByteArrayContent(body));

    /// <summary>Opens a WebSocket; with <paramref name="sid"/>, to take over from polling.</summary>
    public async Task<Wire> ConnectAsync(string endpoint = EngineIo, string? sid = null) =>
        await Wire.ConnectAsync(new Uri($"ws://{Client.BaseAddress!.Authority}{PathOf(endpoint, "websocket", sid)}"));

    /// <summary>Opens a session over a WebSocket and takes the open packet.</summary>
    public async Task<Wire> ConnectOpenAsync(string endpoint = EngineIo)
    {
        var wire = await ConnectAsync(endpoint);
        (await wire.NextAsync()).Should().StartWith("0{");
        return wire;
    }

    /// <summary>Opens a Socket.IO session and connects to the main namespace.</summary>
    public async Task<Wire> ConnectSocketAsync()
    {
        var wire = await ConnectOpenAsync(SocketIo);
        await wire.SendAsync("40");
        (await wire.NextAsync()).Should().StartWith("40{");
        return wire;
    }

    /// <summary>Waits until so many sessions are open.</summary>
    public async Task UntilSessionsAsync(int count)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (Sessions != count)
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }

    private sealed class Errors : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> _lines = new();

        public IReadOnlyCollection<string> Lines => _lines;

        public ILogger CreateLogger(string categoryName) => this;

        public void Dispose()
        {
        }

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel >= LogLevel.Error)
            {
                _lines.Enqueue($"{formatter(state, exception)} {exception}");
            }
        }

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;
    }
}
