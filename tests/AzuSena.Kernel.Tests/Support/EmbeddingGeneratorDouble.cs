using Microsoft.Extensions.AI;

namespace AzuSena.Support;

/// <summary>Counts letters in place of understanding them: the vector of a text is its length and 1.</summary>
internal sealed class EmbeddingGeneratorDouble : IEmbeddingGenerator<string, Embedding<float>>
{
    public const int Dimension = 2;

    /// <summary>The texts of each call.</summary>
    public List<string[]> Calls { get; } = [];

    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var texts = values.ToArray();
        Calls.Add(texts);
        return Task.FromResult<GeneratedEmbeddings<Embedding<float>>>([.. texts.Select(text => new Embedding<float>(new float[] { text.Length, 1 }))]);
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
