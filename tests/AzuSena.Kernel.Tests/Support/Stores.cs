using AzuSena.Memory.Search;
using AzuSena.Memory.Storage;
using AzuSena.Memory.Vectors;
using AzuSena.Passages;
using AzuSena.Settings;
using AzuSena.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace AzuSena.Support;

/// <summary>Opens real stores in folders of a test's own.</summary>
internal static class Stores
{
    public static PassageStore Open(TemporaryFolder folder, TimeProvider? time = null) => Open(folder.Path, time);

    public static PassageStore Open(string folder, TimeProvider? time = null) =>
        new(Options.Create(new DataOptions { DataDirectory = folder }), time ?? TimeProvider.System, NullLogger<PassageStore>.Instance);

    /// <summary>A search by words alone, or with the vectors given.</summary>
    public static PassageSearch Search(PassageStore store, PassageVectors? vectors = null, SearchOptions? options = null) =>
        new(store, vectors ?? Vectors(), Options.Create(options ?? new SearchOptions()));

    /// <summary>No vectors yet.</summary>
    public static PassageVectors Vectors(TimeProvider? time = null) =>
        new(Options.Create(new VectorOptions()), time ?? TimeProvider.System, NullLogger<PassageVectors>.Instance);

    /// <summary>Commits a run that puts these passages, each under its document.</summary>
    public static void Fill(this PassageStore store, params Passage[] passages)
    {
        using var writer = store.Write();
        foreach (var document in passages.GroupBy(passage => passage.Document.Path))
        {
            writer.Put(document.First().Document, "hash", document);
        }

        writer.Commit();
    }
}
