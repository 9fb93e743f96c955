using System.Numerics.Tensors;
using Microsoft.Extensions.AI;

namespace AzuSena.Memory.Embeddings;

/// <summary>An embedding model that is ready, with its prefixes and the weight of its vectors.</summary>
/// <param name="generator">Computes the vectors; safe for concurrent use.</param>
/// <param name="fingerprint">Identifies the vectors that its own can be compared with.</param>
/// <param name="weight">The share of the vector half in hybrid search, 0 to 1, as measured for this model.</param>
public sealed class Embedder(IEmbeddingGenerator<string, Embedding<float>> generator, EmbeddingFingerprint fingerprint, double weight)
{
    /// <summary>Identifies the vectors that its own can be compared with.</summary>
    public EmbeddingFingerprint Fingerprint => fingerprint;

    /// <summary>The share of the vector half in hybrid search, 0 to 1.</summary>
    public double Weight => weight;

    /// <summary>The vector of a question: <c>float[dim]</c>, L2-normalised.</summary>
    /// <exception cref="EmbeddingException">The model cannot be reached, or did not return vectors of the dimension.</exception>
    public async Task<float[]> EmbedQuestionAsync(string question, CancellationToken cancellationToken) =>
        (await EmbedAsync([fingerprint.QuestionPrefix + question], cancellationToken))[0];

    /// <summary>The vectors of passages, in their order: <c>float[n][dim]</c>, each L2-normalised.</summary>
    /// <exception cref="EmbeddingException">The model cannot be reached, or did not return vectors of the dimension.</exception>
    public Task<float[][]> EmbedPassagesAsync(IEnumerable<string> passages, CancellationToken cancellationToken) =>
        EmbedAsync([.. passages.Select(passage => fingerprint.PassagePrefix + passage)], cancellationToken);

    private async Task<float[][]> EmbedAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        var embeddings = await GenerateAsync(texts, cancellationToken);
        if (embeddings.Count != texts.Count)
        {
            throw new EmbeddingException($"The model gave {embeddings.Count} vectors for {texts.Count} texts.");
        }

        return [.. embeddings.Select(embedding => Normalised(embedding.Vector.Span))];
    }

    // Exceptions of all providers' clients are wrapped in one type.
    private async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        try
        {
            return await generator.GenerateAsync(texts, options: null, cancellationToken);
        }
        catch (Exception exception) when (exception is not EmbeddingException && !cancellationToken.IsCancellationRequested)
        {
            throw new EmbeddingException($"The embedding model {fingerprint.Model} failed.", exception);
        }
    }

    private float[] Normalised(ReadOnlySpan<float> vector)
    {
        var norm = TensorPrimitives.Norm(vector);
        if (vector.Length != fingerprint.Dimension || !float.IsFinite(norm))
        {
            throw new EmbeddingException($"The model gave a vector of {vector.Length} components, not {fingerprint.Dimension} finite ones.");
        }

        var normalised = new float[vector.Length];
        if (norm > 0)
        {
            TensorPrimitives.Divide(vector, norm, normalised);
        }

        return normalised;
    }
}
