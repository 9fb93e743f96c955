using AzuSena.Answering.Ranking;
using AzuSena.Memory.Reading;
using AzuSena.Memory.Search;
using AzuSena.Memory.Storage;

namespace AzuSena.Evaluation.Squad;

/// <summary>A store with one passage for each paragraph of a file, deleted on disposal.</summary>
internal sealed class TemporaryStore : IAsyncDisposable
{
    private readonly TemporaryProduct _product;

    private TemporaryStore(TemporaryProduct product) => _product = product;

    /// <summary>The provider and model of the vectors; null if only words are searched.</summary>
    public string? Embedder => _product.Embedder;

    /// <summary>Indexes the paragraphs, except those of the articles in <paramref name="without"/>.</summary>
    public static async Task<TemporaryStore> CreateAsync(
        SquadFile file, SearchParts parts, (string, string)[] settings, CancellationToken cancellationToken, params IEnumerable<string> without)
    {
        return new TemporaryStore(await TemporaryProduct.CreateAsync(replace: null, [.. parts.Settings, .. settings], FillAsync, cancellationToken));

        Task FillAsync(TemporaryProduct product)
        {
            ParagraphStore.Fill(product.Get<PassageStore>(), file, without);
            return Task.CompletedTask;
        }
    }

    /// <summary>Whether the reader reads what is found.</summary>
    public bool HasReader => _product.Get<PassageReader>().Status is { State: "ready" };

    /// <summary>Searches the store.</summary>
    public Task<SearchResult> SearchAsync(string question, int limit, CancellationToken cancellationToken) =>
        _product.Get<PassageSearch>().SearchAsync(question, limit, cancellationToken);

    /// <summary>Ranks what can be quoted of a result.</summary>
    public async Task<IReadOnlyList<RankedQuote>> RankAsync(string question, SearchResult search, CancellationToken cancellationToken) =>
        (await _product.Get<QuoteReading>().RankAsync(question, search, cancellationToken)).Quotes;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _product.DisposeAsync();
}
