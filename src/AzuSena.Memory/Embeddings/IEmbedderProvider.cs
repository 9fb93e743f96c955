namespace AzuSena.Memory.Embeddings;

/// <summary>One place where an embedder may come from.</summary>
internal interface IEmbedderProvider
{
    /// <summary>Its name, for the log.</summary>
    string Name { get; }

    /// <summary>Looks whether there is one now. Cheap: it is asked again and again.</summary>
    /// <exception cref="EmbeddingException">It cannot be seen now; an offer that says why not is as good.</exception>
    Task<EmbedderOffer> ProbeAsync(CancellationToken cancellationToken);
}

/// <summary>What a provider has now.</summary>
/// <param name="Key">Changes when the embedder would be another one: a model pulled again, a file replaced. Null where there is none.</param>
/// <param name="WhyNone">Why there is none.</param>
/// <param name="LoadAsync">Makes the embedder ready; may throw <see cref="EmbeddingException"/>.</param>
internal sealed record EmbedderOffer(string? Key, string? WhyNone, Func<CancellationToken, Task<Embedder>>? LoadAsync)
{
    /// <summary>There is none.</summary>
    public static EmbedderOffer None(string why) => new(Key: null, why, LoadAsync: null);

    /// <summary>There is one.</summary>
    public static EmbedderOffer Of(string key, Func<CancellationToken, Task<Embedder>> loadAsync) => new(key, WhyNone: null, loadAsync);
}
