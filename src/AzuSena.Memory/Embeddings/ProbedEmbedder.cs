using Microsoft.Extensions.AI;

namespace AzuSena.Memory.Embeddings;

/// <summary>Creates an embedder whose dimension is determined by a first call, which also loads the model.</summary>
internal static class ProbedEmbedder
{
    private const string Probe = "hola";

    /// <summary>Creates the embedder, with a cache for questions.</summary>
    /// <param name="generator">The generator.</param>
    /// <param name="fingerprint">The fingerprint of its vectors, without the dimension.</param>
    /// <param name="weight">The share of its vectors, unless the operator overrides it.</param>
    /// <param name="options">The operator's settings.</param>
    /// <param name="cancellationToken">Cancels the first call.</param>
    /// <exception cref="EmbeddingException">The first call failed.</exception>
    public static async Task<Embedder> CreateAsync(
        IEmbeddingGenerator<string, Embedding<float>> generator,
        EmbeddingFingerprint fingerprint,
        double weight,
        EmbeddingOptions options,
        CancellationToken cancellationToken)
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
