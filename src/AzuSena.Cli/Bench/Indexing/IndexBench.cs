using AzuSena.Settings;
using Microsoft.Data.Sqlite;

namespace AzuSena.Cli.Bench.Indexing;

/// <summary>How much <c>azusena bench index</c> measures over.</summary>
/// <param name="Documents">Documents that are indexed without vectors.</param>
/// <param name="Embedded">Documents that are indexed with vectors.</param>
/// <param name="Passages">Passages of the store that is searched.</param>
/// <param name="Questions">Questions that are searched for.</param>
internal sealed record IndexBenchSizes(int Documents, int Embedded, int Passages, int Questions);

/// <summary><c>azusena bench index</c>: indexing and search, over texts made of the corpus's own, in a folder that goes afterwards.</summary>
internal static class IndexBench
{
    /// <summary>Measures; <paramref name="say"/> is told what is being done.</summary>
    public static async Task<IndexBenchReport> RunAsync(IndexBenchSizes sizes, Action<string> say, CancellationToken cancellationToken)
    {
        var corpus = new SyntheticCorpus(Path.Combine(EnvironmentSettings.Home, "corpus"));
        var folder = Directory.CreateTempSubdirectory("azusena-bench-");
        try
        {
            var indexing = await new IndexingBench(corpus, sizes.Documents, sizes.Embedded, say).RunAsync(folder.FullName, cancellationToken);
            var search = await new SearchBench(corpus, sizes.Passages, sizes.Questions, say).RunAsync(Path.Combine(folder.FullName, "search"), cancellationToken);
            return new IndexBenchReport(indexing, search);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }
}
