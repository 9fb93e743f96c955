using Microsoft.Extensions.AI;

namespace AzuSena.Memory.Embeddings;

/// <summary>Caches the vectors of the last texts requested one by one, which are questions; the same ones are often repeated.</summary>
internal sealed class CachingEmbeddingGenerator(IEmbeddingGenerator<string, Embedding<float>> inner, int capacity = CachingEmbeddingGenerator.DefaultCapacity)
    : DelegatingEmbeddingGenerator<string, Embedding<float>>(inner)
{
    /// <summary>The number of cached texts: half a megabyte for a small model, two for a large one.</summary>
    public const int DefaultCapacity = 512;

    private readonly Dictionary<string, LinkedListNode<(string Text, Embedding<float> Embedding)>> _nodes = [];
    private readonly LinkedList<(string Text, Embedding<float> Embedding)> _byUse = new();
    private readonly Lock _lock = new();

    /// <inheritdoc/>
    public override async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values,
        EmbeddingGenerationOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var texts = values as IReadOnlyList<string> ?? [.. values];
        if (texts is not [var text])
        {
            return await base.GenerateAsync(texts, options, cancellationToken);
        }

        if (Find(text) is { } known)
        {
            return [known];
        }

        var embeddings = await base.GenerateAsync(texts, options, cancellationToken);
        if (embeddings is [var embedding])
        {
            Keep(text, embedding);
        }

        return embeddings;
    }

    private Embedding<float>? Find(string text)
    {
        lock (_lock)
        {
            if (!_nodes.TryGetValue(text, out var node))
            {
                return null;
            }

            _byUse.Remove(node);
            _byUse.AddFirst(node);
            return node.Value.Embedding;
        }
    }

    private void Keep(string text, Embedding<float> embedding)
    {
        lock (_lock)
        {
            if (_nodes.ContainsKey(text))
            {
                return;
            }

            _nodes.Add(text, _byUse.AddFirst((text, embedding)));
            if (_nodes.Count > capacity)
            {
                _nodes.Remove(_byUse.Last!.Value.Text);
                _byUse.RemoveLast();
            }
        }
    }
}
