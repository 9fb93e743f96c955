using AzuSena.Memory.Embeddings;
using Microsoft.Extensions.AI;

namespace AzuSena.Cli.Bench.Indexing;

/// <summary>
/// Vectors distributed like embeddings, computed quickly from a text's hash: they measure search, not a model. They carry no meaning, so they say nothing about
/// quality.
/// </summary>
internal sealed class TextVectors(int dimension) : IEmbeddingGenerator<string, Embedding<float>>, IEmbedderSource
{
    private const double Weight = 0.4;

    private readonly ClusteredVectors _clusters = new(dimension, clusters: 1000);

    public string? WhyNone => null;

    public ValueTask<Embedder?> CurrentAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult<Embedder?>(new Embedder(this, new EmbeddingFingerprint("bench", "text", dimension), Weight));

    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
        Task.FromResult<GeneratedEmbeddings<Embedding<float>>>([.. values.Select(text => new Embedding<float>(_clusters.Make(SeedOf(text), count: 1)))]);

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }

    // The same in every process, unlike string.GetHashCode.
    private static int SeedOf(string text) => text.Aggregate(17, (seed, c) => unchecked((seed * 31) + c));
}
