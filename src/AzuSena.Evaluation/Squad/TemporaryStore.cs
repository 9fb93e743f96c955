using AzuSena.Memory.Search;
using AzuSena.Memory.Storage;
using AzuSena.Memory.Vectors;
using AzuSena.Plugins;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace AzuSena.Evaluation.Squad;

/// <summary>A store of the product's own, in a folder that goes when it is disposed, with one passage for each paragraph of a file.</summary>
internal sealed class TemporaryStore : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("azusena-eval-");
    private readonly ServiceProvider _product;

    private TemporaryStore(bool withVectors, (string, string)[] settings) =>
        _product = Product.Compose([("Memory:DataDirectory", _folder.FullName), .. settings, .. withVectors ? [] : WordsOnly]);

    private static (string, string)[] WordsOnly => [("Embedding:Provider", "none")];

    /// <summary>Indexes the paragraphs, but for those of the articles in <paramref name="without"/>.</summary>
    public static async Task<TemporaryStore> CreateAsync(
        SquadFile file, bool withVectors, (string, string)[] settings, CancellationToken cancellationToken, params IEnumerable<string> without)
    {
        var store = new TemporaryStore(withVectors, settings);
        try
        {
            ParagraphStore.Fill(store._product.GetRequiredService<PassageStore>(), file, without);
            await store._product.GetRequiredService<VectorUpkeep>().RunAsync(progress: null, cancellationToken);
            return store;
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    /// <summary>The provider and model of the vectors that are searched; null where words alone are.</summary>
    public string? Embedder => _product.GetRequiredService<PassageVectors>().Status is { State: "ready", Embedder: var embedder } ? embedder : null;

    /// <summary>Searches the store.</summary>
    public Task<SearchResult> SearchAsync(string question, int limit, CancellationToken cancellationToken) =>
        _product.GetRequiredService<PassageSearch>().SearchAsync(question, limit, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _product.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}
