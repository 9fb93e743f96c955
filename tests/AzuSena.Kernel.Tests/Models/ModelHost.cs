using AzuSena.Models.Availability;
using AzuSena.Testing.Ollama;
using AzuSena.Testing.OpenAi;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AzuSena.Models;

/// <summary>The models' services as the product composes them, over a double's port.</summary>
internal sealed class ModelHost : IAsyncDisposable
{
    private readonly LogLines _log = new();
    private readonly ServiceProvider _services;

    private ModelHost(IEnumerable<(string Key, string Value)> settings, TimeProvider? time)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.GroupBy(pair => pair.Key).Select(same => KeyValuePair.Create(same.Key, (string?)same.Last().Value)))
            .Build();
        _services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton(time ?? TimeProvider.System)
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Information).AddProvider(_log))
            .AddModels()
            .BuildServiceProvider();
    }

    public IChatModelSource Source => Get<IChatModelSource>();

    /// <summary>The log's warnings and errors.</summary>
    public IReadOnlyList<string> Warnings => _log.Warnings;

    public IChatClient Client => Get<IChatClient>();

    public static ModelHost Over(OllamaDouble server, TimeProvider? time = null, params (string Key, string Value)[] settings) => new(
        [("Ollama:Host", server.Uri.Host), ("Ollama:Port", $"{server.Port}"), .. settings], time);

    public static ModelHost Over(OpenAiDouble server, TimeProvider? time = null, params (string Key, string Value)[] settings) => new(
        [("Llm:Provider", "openai"), ("Llm:BaseUrl", server.BaseUrl.ToString()), ("Llm:Model", server.Model), .. settings], time);

    public static ModelHost With(params (string Key, string Value)[] settings) => new(settings, time: null);

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>The model, which has to serve.</summary>
    public async Task<ChatModel> ModelAsync() =>
        await Source.CurrentAsync(CancellationToken.None) ?? throw new InvalidOperationException(Source.Status.ToString());

    /// <summary>Starts looking at the server in the background, as the service does.</summary>
    public async Task<IAsyncDisposable> ProbeAsync()
    {
        var probe = Get<IEnumerable<IHostedService>>().OfType<ModelProbe>().Single();
        await probe.StartAsync(CancellationToken.None);
        return new Running(probe);
    }

    /// <summary>Waits until a line of the log, from the last that was waited for on, holds a text.</summary>
    public Task<string> UntilLoggedAsync(string text) => _log.UntilAsync(text);

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private sealed class Running(ModelProbe probe) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await probe.StopAsync(CancellationToken.None);
    }
}
