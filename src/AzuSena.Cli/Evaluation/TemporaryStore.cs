using AzuSena.Memory;
using AzuSena.Memory.Search;
using AzuSena.Memory.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace AzuSena.Cli.Evaluation;

/// <summary>A store of the product's own, in a folder that goes when it is disposed, with one passage for each paragraph of a file.</summary>
internal sealed class TemporaryStore : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("azusena-eval-");
    private readonly ServiceProvider _product;

    /// <summary>Indexes the paragraphs, but for those of the articles in <paramref name="without"/>.</summary>
    public TemporaryStore(SquadFile file, params IEnumerable<string> without)
    {
        _product = Product.Compose(("Memory:DataDirectory", _folder.FullName));
        var left = without.ToHashSet(StringComparer.Ordinal);
        using var writer = _product.GetRequiredService<PassageStore>().Write();
        for (var i = 0; i < file.Paragraphs.Count; i++)
        {
            var (title, text) = file.Paragraphs[i];
            if (left.Contains(title))
            {
                continue;
            }

            var document = new DocumentInfo(PathOf(i), title);
            writer.Put(document, contentHash: "", [new Passage(PassageId.Of(document.Path, 0, text), document, [], 0, text)]);
        }

        writer.Commit();
    }

    /// <summary>The document path of a paragraph.</summary>
    public static string PathOf(int paragraph) => $"paragraph/{paragraph}";

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
