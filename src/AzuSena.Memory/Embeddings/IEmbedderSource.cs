namespace AzuSena.Memory.Embeddings;

/// <summary>Provides the current embedder. It may change while the service runs: a model server starts, a model is installed.</summary>
public interface IEmbedderSource
{
    /// <summary>The current embedder, or null if none is available. Cheap enough for every question: the checks run periodically, not at each access.</summary>
    ValueTask<Embedder?> CurrentAsync(CancellationToken cancellationToken);

    /// <summary>Why none is available, for the log and <c>/health/ready</c>; otherwise null.</summary>
    string? WhyNone { get; }
}
