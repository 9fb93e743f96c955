using Microsoft.Extensions.AI;

namespace AzuSena.Memory.Embeddings;

/// <summary>Makes an embedder of a generator whose dimension a first call tells, which also warms the model.</summary>
internal static class ProbedEmbedder
{
    private const string Probe = "hola";

    /// <summary>Makes it, with a memory for questions.</summary>
    /// <param name="generator">The generator.</param>
    /// <param name="fingerprint">What is known of its vectors; the dimension is not.</param>
    /// <param name="weight">The share of its vectors, where the operator asks for no other.</param>
    /// <param name="options">The operator's settings.</param>
    /// <param name="cancellationToken">Cancels the first call.</param>
    /// <exception cref="EmbeddingException">The first call failed.</exception>
    public static async Task<Embedder> CreateAsync(
        IEmbeddingGenerator<string, Embedding<float>> generator, EmbeddingFingerprint fingerprint, double weight, EmbeddingOptions options, CancellationToken cancellationToken)
    {
        var dimension = await DimensionAsync(generator, fingerprint.Model, cancellationToken);
        return new Embedder(new CachingEmbeddingGenerator(generator), fingerprint with { Dimension = dimension }, options.Weight ?? weight);
    }

    private static async Task<int> DimensionAsync(IEmbeddingGenerator<string, Embedding<float>> generator, string model, CancellationToken cancellationToken)
    {
        try
        {
            return await generator.GenerateAsync([Probe], options: null, cancellationToken) is [{ Vector.Length: > 0 } embedding]
                ? embedding.Vector.Length : throw new EmbeddingException($"{model} gave no vector.");
        }
        catch (Exception exception) when (exception is not EmbeddingException && !cancellationToken.IsCancellationRequested)
        {
            throw new EmbeddingException($"{model} gave no vector: {exception.Message}", exception);
        }
    }
}
