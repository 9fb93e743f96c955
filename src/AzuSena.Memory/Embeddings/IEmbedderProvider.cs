namespace AzuSena.Memory.Embeddings;

/// <summary>A source of embedders.</summary>
internal interface IEmbedderProvider
{
    /// <summary>Its name, for the log.</summary>
    string Name { get; }

    /// <summary>Checks whether an embedder is available now. Must be cheap, as it is called repeatedly.</summary>
    /// <exception cref="EmbeddingException">The check failed; returning an offer with the reason is equivalent.</exception>
    Task<EmbedderOffer> ProbeAsync(CancellationToken cancellationToken);
}

/// <summary>The result of a provider's check.</summary>
/// <param name="Key">Changes if the embedder would be a different one: a model pulled again, a file replaced. Null if none is available.</param>
/// <param name="WhyNone">Why none is available.</param>
/// <param name="LoadAsync">Loads the embedder; may throw <see cref="EmbeddingException"/>.</param>
internal sealed record EmbedderOffer(string? Key, string? WhyNone, Func<CancellationToken, Task<Embedder>>? LoadAsync)
{
    /// <summary>None is available.</summary>
    public static EmbedderOffer None(string why) => new(Key: null, why, LoadAsync: null);

    /// <summary>An embedder is available.</summary>
    public static EmbedderOffer Of(string key, Func<CancellationToken, Task<Embedder>> loadAsync) => new(key, WhyNone: null, loadAsync);
}
