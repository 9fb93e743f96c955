using AzuSena.Settings;
using Microsoft.Data.Sqlite;

namespace AzuSena.Cli.Bench.Indexing;

/// <summary>The sizes of <c>azusena bench index</c>.</summary>
/// <param name="Documents">Documents that are indexed without vectors.</param>
/// <param name="Embedded">Documents that are indexed with vectors.</param>
/// <param name="Passages">Passages of the searched store.</param>
/// <param name="Questions">Questions searched.</param>
internal sealed record IndexBenchSizes(int Documents, int Embedded, int Passages, int Questions);

/// <summary><c>azusena bench index</c>: indexing and search, over texts derived from the corpus, in a folder that is deleted afterwards.</summary>
internal static class IndexBench
{
    /// <summary>Measures; <paramref name="say"/> receives progress messages.</summary>
    public static async Task<IndexBenchReport> RunAsync(IndexBenchSizes sizes, Action<string> say, CancellationToken cancellationToken)
    {
        var corpus = new SyntheticCorpus(Path.Combine(EnvironmentSettings.Home, "corpus"));
        var folder = Directory.CreateTempSubdirectory("azusena-bench-");
        try
        {
            var indexing = await new IndexingBench(corpus, sizes.Documents, sizes.Embedded, say).RunAsync(folder.FullName, cancellationToken);
            var search = await new SearchBench(corpus, sizes.Passages, sizes.Questions, say).RunAsync(
                Path.Combine(folder.FullName, "search"), cancellationToken);
            return new IndexBenchReport(indexing, search);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }
}
