namespace AzuSena.Memory.Embeddings;

/// <summary>Says which embedder to use now. It may change while the service runs: a model server comes up, a model is installed.</summary>
public interface IEmbedderSource
{
    /// <summary>The embedder to use now, or null where there is none. Cheap enough for every question: looking for one is done now and then, not each time.</summary>
    ValueTask<Embedder?> CurrentAsync(CancellationToken cancellationToken);

    /// <summary>Why there is none, for the log and <c>/health/ready</c>; null while there is one.</summary>
    string? WhyNone { get; }
}
