using Microsoft.Extensions.AI;

namespace AzuSena.Memory.Embeddings;

/// <summary>Sends texts to a server in batches, each within a time limit that includes the retries of the server's client.</summary>
internal sealed class LimitedEmbeddingGenerator(IEmbeddingGenerator<string, Embedding<float>> inner, int batchSize, TimeSpan limit, TimeProvider time)
    : DelegatingEmbeddingGenerator<string, Embedding<float>>(inner)
{
    /// <inheritdoc/>
    public override async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values,
        EmbeddingGenerationOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var all = new GeneratedEmbeddings<Embedding<float>>();
        foreach (var batch in values.Chunk(batchSize))
        {
            using var timer = new CancellationTokenSource(limit, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timer.Token);
            try
            {
                all.AddRange(await base.GenerateAsync(batch, options, either.Token));
            }
            catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
            {
                throw new EmbeddingException($"The embedding server took more than {limit.TotalSeconds:0} s.", exception);
            }
        }

        return all;
    }
}
