using System.Numerics.Tensors;
using AzuSena.Memory.Embeddings.Onnx.Tokenization;
using Microsoft.Extensions.AI;

namespace AzuSena.Memory.Embeddings.Onnx;

/// <summary>
/// A sentence-embedding model on ONNX Runtime. Texts are sorted by length to minimise padding. Calls with several texts run one at a time; a single text, which
/// is a question, never queues behind them.
/// </summary>
internal sealed class OnnxEmbeddingGenerator(OnnxModel model, TextTokenizer tokenizer, EmbedderDescription description, int batchSize)
    : IEmbeddingGenerator<string, Embedding<float>>
{
    // Includes padding: limits the memory of one run, and the time that a cancelled call still takes.
    private const int TokensPerBatch = 4096;

    private readonly SemaphoreSlim _questions = new(1);
    private readonly SemaphoreSlim _passages = new(1);

    /// <inheritdoc/>
    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values,
        EmbeddingGenerationOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var texts = values.ToArray();
        var vectors = new float[texts.Length][];
        var gate = texts.Length == 1 ? _questions : _passages;
        await gate.WaitAsync(cancellationToken);
        try
        {
            // Off the caller's thread: a run is purely computation.
            await Task.Run(() => Embed(texts, vectors, cancellationToken), cancellationToken);
        }
        finally
        {
            gate.Release();
        }

        return [.. vectors.Select(vector => new Embedding<float>(vector))];
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    /// <inheritdoc/>
    public void Dispose()
    {
        model.Dispose();
        _questions.Dispose();
        _passages.Dispose();
    }

    private void Embed(string[] texts, float[][] vectors, CancellationToken cancellationToken)
    {
        var encoded = texts.Index()
            .Select(text => (text.Index, Ids: tokenizer.Encode(text.Item, description.MaxTokens)))
            .OrderBy(text => text.Ids.Length)
            .ToArray();
        foreach (var batch in Batches(encoded))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var tokens = TokenBatch.Of([.. batch.Select(text => text.Ids)], tokenizer.PaddingId);
            var computed = model.Run(tokens, description.Pooling, cancellationToken);
            foreach (var (row, text) in batch.Index())
            {
                vectors[text.Index] = description.Normalise ? Normalised(computed[row]) : computed[row];
            }
        }
    }

    // In order of length, so the others are padded to the last text of a batch.
    private IEnumerable<(int Index, int[] Ids)[]> Batches((int Index, int[] Ids)[] texts)
    {
        for (int start = 0, end = 0; start < texts.Length; start = end)
        {
            do
            {
                end++;
            }
            while (end < texts.Length && end - start < batchSize && (end - start + 1) * texts[end].Ids.Length <= TokensPerBatch);
            yield return texts[start..end];
        }
    }

    private static float[] Normalised(float[] vector)
    {
        var norm = TensorPrimitives.Norm(vector);
        if (norm > 0)
        {
            TensorPrimitives.Divide(vector, norm, vector);
        }

        return vector;
    }
}
