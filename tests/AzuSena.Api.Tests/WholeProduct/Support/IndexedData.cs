using System.Collections.Concurrent;
using AzuSena.Testing;
using Microsoft.Data.Sqlite;

namespace AzuSena.Api.Tests.WholeProduct.Support;

/// <summary>The data of a service that has indexed a folder of the corpus and made its vectors: made once in a process, copied for each test.</summary>
internal static class IndexedData
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<TemporaryFolder>>> Made = new(StringComparer.Ordinal);

    /// <summary>Fills a folder with a copy of what was made of a corpus.</summary>
    public static async Task CopyToAsync(string folder, string corpus)
    {
        var made = (await Made.GetOrAdd(corpus, _ => new(() => MakeAsync(corpus))).Value).Path;
        foreach (var file in Directory.GetFiles(made, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(made, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static async Task<TemporaryFolder> MakeAsync(string corpus)
    {
        var folder = new TemporaryFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        await using (var api = TestApi.Build(
            corpus: corpus, settings: [
                "--Embedding:Provider=auto", $"--Models:Directory={MiniLmFactAttribute.Models}", $"--Memory:DataDirectory={folder.Path}"]))
        {
            await api.StartAsync();
            await api.Indexed;
            await api.UntilVectorsAsync();
        }

        SqliteConnection.ClearAllPools();
        return folder;
    }
}
