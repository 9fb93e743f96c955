using AzuSena.Api.Health;
using AzuSena.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace AzuSena.Api.Testing;

/// <summary>The service as it is composed for real, on a free port of this machine, over folders of a test's own.</summary>
public sealed class TestApi : IAsyncDisposable
{
    /// <summary>How long anything may take before a test gives up; no test waits this long when all is well.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder _folder = new();
    private readonly WebApplication _app;

    private TestApi(Action<IServiceCollection>? replace, string? corpus, IEnumerable<string> settings)
    {
        _app = Program.Build(
            [
                "--Api:Host=127.0.0.1",
                "--Api:Port=0",
                "--RateLimit:PerMinute=0",
                "--Embedding:Provider=none",
                "--Llm:Provider=none",
                "--Voice:Enabled=false",
                $"--Api:LogDirectory={_folder.Combine("logs")}",
                $"--Memory:DataDirectory={_folder.Combine("data")}",
                $"--Prompts:Directory={Repository.Prompts}",
                $"--Memory:CorpusDirectory={corpus ?? SmallCorpus()}",
                .. settings,
            ],
            services =>
            {
                // Serilog's logger is one for the whole process; hosts side by side would close each other's.
                services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
                replace?.Invoke(services);
            });
    }

    /// <summary>A client whose addresses start at the service's root.</summary>
    public HttpClient Client { get; private set; } = null!;

    public Uri Address => Client.BaseAddress!;

    /// <summary>Ends when the indexing that runs at start has ended.</summary>
    public Task Indexed => Get<IndexingStatus>().Ready.WaitAsync(Patience);

    /// <summary>Composes the service without starting it.</summary>
    public static TestApi Build(Action<IServiceCollection>? replace = null, string? corpus = null, params string[] settings) => new(replace, corpus, settings);

    /// <summary>A service over two small documents that answers whatever is asked.</summary>
    public static Task<TestApi> StartAsync(params string[] settings) => StartAsync(replace: null, settings);

    /// <summary>The same, with doubles.</summary>
    public static async Task<TestApi> StartAsync(Action<IServiceCollection>? replace, params string[] settings)
    {
        var api = Build(replace, corpus: null, ["--Answering:AbstainBelow=0", .. settings]);
        await api.StartAsync();
        await api.Indexed;
        return api;
    }

    /// <summary>Starts to listen; the indexing may still run.</summary>
    public async Task StartAsync()
    {
        await _app.StartAsync();
        Client = new HttpClient { BaseAddress = new Uri(_app.Urls.Single()), Timeout = Patience };
    }

    /// <summary>Stops as a service does that is told to.</summary>
    public Task StopAsync() => _app.StopAsync().WaitAsync(Patience);

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        await _app.DisposeAsync();
        _folder.Dispose();
    }

    private string SmallCorpus()
    {
        _folder.Write("corpus/horario.md", "---\ntitulo: Horario de la biblioteca\n---\nLa biblioteca abre de lunes a viernes a las ocho de la mañana.\n");
        _folder.Write("corpus/carne.md", "---\ntitulo: Carné del aprendiz\n---\nEl carné del aprendiz se entrega en la coordinación académica.\n");
        return _folder.Combine("corpus");
    }
}
