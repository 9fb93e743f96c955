using System.Net.Http.Json;
using System.Text.Json;
using AzuSena.Memory.Embeddings;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace AzuSena.Api.Tests.Health;

/// <summary>The vectors while the service answers: how they stand, and a change of embedding model.</summary>
public sealed class VectorHealthTests
{
    [Fact]
    public async Task Ready_NoEmbedder_SaysSoAndAnswersAllTheSame()
    {
        await using var api = await TestApi.StartAsync();

        var vectors = await VectorsAsync(api, state: "none");

        vectors.GetProperty("reason").GetString().Should().Be("no_embedder");
        (await AskAsync(api)).Should().Contain("lunes a viernes");
    }

    [Fact]
    public async Task Ready_AnotherEmbedderWhileServing_NoQuestionFailsAndTheNewVectorsServe()
    {
        var source = new Source { Current = Embedder("first", 8) };
        await using var api = await TestApi.StartAsync(
            services => services.AddSingleton<IEmbedderSource>(source), "--Vectors:RefreshSeconds=1", "--RateLimit:PerMinute=0");
        (await VectorsAsync(api, "ready", "test:first")).GetProperty("index").GetString().Should().Be("exact");
        using var stop = new CancellationTokenSource();
        var questions = Task.Run(async () =>
        {
            var count = 0;
            do
            {
                (await AskAsync(api)).Should().Contain("lunes a viernes");
                count++;
            }
            while (!stop.IsCancellationRequested);
            return count;
        });

        source.Current = Embedder("second", 12);
        var vectors = await VectorsAsync(api, "ready", "test:second");
        await stop.CancelAsync();

        (await questions).Should().BePositive();
        (vectors.GetProperty("done").GetInt32(), vectors.GetProperty("total").GetInt32()).Should().Be((2, 2));
    }

    private static async Task<string> AskAsync(TestApi api)
    {
        var response = await api.Client.PostAsJsonAsync("/azusena_api/query/text", new { query = "¿Cuándo abre la biblioteca?" });
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("response").GetString()!;
    }

    // Asks again and again: the service looks for another embedder every second.
    private static async Task<JsonElement> VectorsAsync(TestApi api, string state, string? embedder = null)
    {
        using var patience = new CancellationTokenSource(TestApi.Patience);
        while (true)
        {
            var ready = await api.Client.GetFromJsonAsync<JsonElement>("/health/ready", patience.Token);
            var vectors = ready.GetProperty("vectors");
            if (vectors.GetProperty("state").GetString() == state && (embedder is null || vectors.GetProperty("embedder").GetString() == embedder)
                && vectors.GetProperty("reason").GetString() != "starting")
            {
                return vectors;
            }
        }
    }

    private static Embedder Embedder(string name, int dimension) => new(new Model(dimension), new EmbeddingFingerprint("test", name, dimension), weight: 0.3);

    private sealed class Source : IEmbedderSource
    {
        private volatile Embedder? _current;

        public Embedder? Current
        {
            get => _current;
            set => _current = value;
        }

        public string? WhyNone => null;

        public ValueTask<Embedder?> CurrentAsync(CancellationToken cancellationToken) => ValueTask.FromResult(_current);
    }

    private sealed class Model(int dimension) : IEmbeddingGenerator<string, Embedding<float>>
    {
        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
            IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
            Task.FromResult<GeneratedEmbeddings<Embedding<float>>>(
                [.. values.Select(text => new Embedding<float>(Enumerable.Range(1, dimension).Select(i => (float)(text.Length % (i + 1)) + 1).ToArray()))]);

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
