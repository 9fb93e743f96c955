using System.Collections.Concurrent;
using System.Numerics.Tensors;
using AzuSena.Memory.Embeddings;
using AzuSena.Spanish;
using Microsoft.Extensions.AI;

namespace AzuSena.Support;

/// <summary>
/// A small embedding model that knows some synonyms: a text is the sum of a fixed vector for each of its words' meanings. It counts what it is given and
/// does what the test says before each call.
/// </summary>
internal sealed class EmbedderDouble(int dimension = 48, string name = "doble", params string[] synonyms) : IEmbeddingGenerator<string, Embedding<float>>
{
    private readonly Dictionary<string, string> _meanings = synonyms
        .SelectMany(group => group.Split(' ').Select(word => (Stem: SpanishAnalyzer.Stem(word)[0], Meaning: group)))
        .ToDictionary(pair => pair.Stem, pair => pair.Meaning, StringComparer.Ordinal);

    /// <summary>Every text that it was given.</summary>
    public ConcurrentQueue<string> Texts { get; } = [];

    /// <summary>Runs before each call.</summary>
    public Func<CancellationToken, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>It as the product sees it.</summary>
    public Embedder ToEmbedder(double weight = 0.5) => new(this, new EmbeddingFingerprint("doble", name, dimension), weight);

    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        await Before(cancellationToken);
        return [.. values.Select(Embed)];
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }

    private Embedding<float> Embed(string text)
    {
        Texts.Enqueue(text);
        var sum = new float[dimension];
        foreach (var stem in SpanishAnalyzer.Stem(text))
        {
            TensorPrimitives.Add<float>(sum, VectorOf(_meanings.GetValueOrDefault(stem, stem)), sum);
        }

        return new Embedding<float>(sum);
    }

    // The same on every machine and in every process, unlike string.GetHashCode.
    private float[] VectorOf(string meaning)
    {
        var random = new Random(meaning.Aggregate(name.Length, (seed, c) => unchecked((seed * 31) + c)));
        return [.. Enumerable.Range(0, dimension).Select(_ => (float)((random.NextDouble() * 2) - 1))];
    }
}

/// <summary>Offers what the test says.</summary>
internal sealed class EmbedderSourceDouble(Embedder? current = null) : IEmbedderSource
{
    public Embedder? Current { get; set; } = current;

    public string? WhyNone => Current is null ? "the test has none" : null;

    public ValueTask<Embedder?> CurrentAsync(CancellationToken cancellationToken) => ValueTask.FromResult(Current);
}
