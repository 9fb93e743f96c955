using System.Text.Json;
using AzuSena.Testing;
using AzuSena.Testing.Models;
using AzuSena.Testing.Ollama;
using AzuSena.Testing.Voice;
using AzuSena.Voice.Transcribing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AzuSena.Api.Tests.WholeProduct.Support;

/// <summary>
/// The service as its user has it, with everything on: the product's corpus, vectors (MiniLM over Apertium), a model that streams or none, tracing,
/// grounding with the judge, and voice. Its log is watched.
/// </summary>
internal sealed class UserProduct : IAsyncDisposable
{
    public const string Model = "ollama:mistral:7b";
    public const string WithoutModel = "extractive";

    /// <summary>All folders of the corpus.</summary>
    public const string WholeCorpus = "";

    private readonly TemporaryFolder? _folder;

    private UserProduct(TemporaryFolder? folder, string data, string corpus, OllamaDouble server, TestApi api, LogWatch log, SpeechDouble speech) =>
        (_folder, Data, Corpus, Server, Api, Log, Speech) = (folder, data, corpus, server, api, log, speech);

    /// <summary>The folder of the databases.</summary>
    public string Data { get; }

    /// <summary>The folder of the documents.</summary>
    public string Corpus { get; }

    public OllamaDouble Server { get; }

    public TestApi Api { get; }

    public LogWatch Log { get; }

    public SpeechDouble Speech { get; }

    /// <summary>Held while the double of speech is told what to hear.</summary>
    public SemaphoreSlim OneSpeaks { get; } = new(1, 1);

    public HttpClient Client => Api.Client;

    /// <summary>Starts the service over indexed data of its own.</summary>
    /// <param name="mode"><see cref="Model"/> or <see cref="WithoutModel"/>.</param>
    /// <param name="settings">More settings.</param>
    public static Task<UserProduct> StartAsync(string mode, params string[] settings) => StartAsync(mode, PlayingModel.Play, copyOf: null, settings);

    /// <summary>The same, with a script of the model, and over a copy of the corpus or of one of its folders.</summary>
    /// <param name="mode"><see cref="Model"/> or <see cref="WithoutModel"/>.</param>
    /// <param name="script">What the model says.</param>
    /// <param name="copyOf">The folder that is copied, such as <see cref="WholeCorpus"/>; null for the corpus itself, which no test may change.</param>
    /// <param name="settings">More settings.</param>
    public static async Task<UserProduct> StartAsync(string mode, Func<ModelRequest, ModelScript> script, string? copyOf, params string[] settings)
    {
        var folder = new TemporaryFolder();
        var data = folder.Combine("data");
        var corpus = Path.GetFullPath(copyOf ?? "", Repository.Corpus);
        await IndexedData.CopyToAsync(data, corpus);
        if (copyOf is not null)
        {
            corpus = Copy(corpus, folder.Combine("corpus"));
        }

        var server = await OllamaDouble.RunAsync(script);
        return await StartAsync(folder, data, corpus, server, mode, settings);
    }

    /// <summary>Starts another service over the data of one that was stopped, with the same model server.</summary>
    public async Task<UserProduct> RestartAsync(string mode, params string[] settings)
    {
        await Api.StopAsync();
        await Api.DisposeAsync();
        return await StartAsync(folder: null, Data, Corpus, Server, mode, settings);
    }

    /// <summary>How an answer came about, as the service tells it.</summary>
    public async Task<JsonElement> TraceAsync(string questionId) =>
        JsonSerializer.Deserialize<JsonElement>(await Client.GetStringAsync($"/azusena_api/questions/{questionId}/trace"));

    public async ValueTask DisposeAsync()
    {
        await Api.DisposeAsync();
        await Server.DisposeAsync();
        OneSpeaks.Dispose();
        _folder?.Dispose();
    }

    private static async Task<UserProduct> StartAsync(TemporaryFolder? folder, string data, string corpus, OllamaDouble server, string mode, string[] settings)
    {
        var log = new LogWatch();
        var speech = new SpeechDouble();
        var api = TestApi.Build(
            services => services
                .AddSingleton<ILoggerFactory>(_ => LoggerFactory.Create(logging => logging.AddProvider(log)))
                .AddSingleton<ISpeechModelLoader>(speech),
            corpus,
            [
                "--Embedding:Provider=auto",
                $"--Models:Directory={MiniLmFactAttribute.Models}",
                $"--Llm:Provider={(mode == WithoutModel ? "none" : "auto")}",
                "--Ollama:Host=127.0.0.1",
                $"--Ollama:Port={server.Port}",
                "--Llm:ProbeSeconds=1",
                "--Vectors:RefreshSeconds=1",
                "--Answering:Judge=true",
                "--Voice:Enabled=true",
                $"--Memory:DataDirectory={data}",
                .. settings,
            ]);
        await api.StartAsync();
        await api.Indexed;
        await api.UntilVectorsAsync();
        await api.UntilAnsweringByAsync(mode);
        return new UserProduct(folder, data, corpus, server, api, log, speech);
    }

    private static string Copy(string from, string folder)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return folder;
    }
}
