using AzuSena.Memory;
using AzuSena.Memory.Embeddings;
using AzuSena.Memory.Search;
using AzuSena.Memory.Storage;
using AzuSena.Memory.Vectors;
using AzuSena.Settings;
using AzuSena.Testing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace AzuSena.Support;

/// <summary>A store with the vector half of search over it, in a folder of the test's own or in that of another one, as a second process would.</summary>
internal sealed class VectorMemory : IDisposable
{
    private readonly TemporaryFolder? _own;

    public VectorMemory(
        Embedder? embedder = null, string? folder = null, VectorOptions? options = null, TimeProvider? time = null, ILogger<QuoteVectorUpkeep>? log = null)
    {
        _own = folder is null ? new TemporaryFolder() : null;
        Folder = folder ?? _own!.Path;
        var memory = Options.Create(new DataOptions { DataDirectory = Folder });
        var vectorOptions = Options.Create(options ?? new VectorOptions());
        time ??= TimeProvider.System;
        Source = new EmbedderSourceDouble(embedder);
        Store = Stores.Open(Folder);
        Vectors = new PassageVectors(vectorOptions, time, NullLogger<PassageVectors>.Instance);
        Upkeep = new VectorUpkeep(Store, Vectors, Source, memory, vectorOptions, time, NullLogger<VectorUpkeep>.Instance);
        Quotes = new QuoteVectorUpkeep(Store, Vectors, memory, vectorOptions, time, log ?? NullLogger<QuoteVectorUpkeep>.Instance);
        Search = new PassageSearch(Store, Vectors, Options.Create(new SearchOptions()));
    }

    public string Folder { get; }

    public EmbedderSourceDouble Source { get; }

    public PassageStore Store { get; }

    public PassageVectors Vectors { get; }

    public VectorUpkeep Upkeep { get; }

    public QuoteVectorUpkeep Quotes { get; }

    public PassageSearch Search { get; }

    public string[] IndexFiles => [.. Directory.GetFiles(Folder, "vectors-*.index").Order(StringComparer.Ordinal)];

    /// <summary>One pass of the upkeep.</summary>
    public Task RefreshAsync() => Upkeep.RunAsync(progress: null, CancellationToken.None);

    /// <summary>One pass of the upkeep, and one of that of quotable units.</summary>
    public async Task RefreshWithQuotesAsync()
    {
        await RefreshAsync();
        await Quotes.RunAsync(progress: null, CancellationToken.None);
    }

    /// <summary>The documents that are found, best first.</summary>
    public async Task<string[]> FindAsync(string question, PassageFilter? filter = null) =>
        [.. (await Search.SearchAsync(question, 5, CancellationToken.None, filter)).Hits.Select(hit => hit.Passage.Document.Path)];

    public void Dispose()
    {
        Search.Dispose();
        Quotes.Dispose();
        Upkeep.Dispose();
        Vectors.Dispose();
        _own?.Dispose();
    }
}
