namespace AzuSena.Cli.Bench.Indexing;

/// <summary>The figures of one run of <c>azusena bench index</c>.</summary>
/// <param name="Indexing">The speed of indexing a folder.</param>
/// <param name="Search">The speed of searching a large store.</param>
public sealed record IndexBenchReport(IndexingFigures Indexing, SearchFigures Search);

/// <summary>The speed of indexing a folder.</summary>
/// <param name="Documents">Documents in it.</param>
/// <param name="Passages">Passages made from them.</param>
/// <param name="WordsPerSecond">Passages per second without vectors.</param>
/// <param name="Embedder">The provider and model of the vectors; null if there is none.</param>
/// <param name="VectorsPerSecond">Vectors per second, over a part of the passages.</param>
/// <param name="UnchangedSeconds">Seconds of a second run over the unchanged folder.</param>
/// <param name="ChangedSeconds">Seconds of a run after one document changed, including vectors.</param>
/// <param name="ChangedVectors">Vectors made in it: as many as that document has passages.</param>
public sealed record IndexingFigures(
    int Documents,
    int Passages,
    double WordsPerSecond,
    string? Embedder,
    double? VectorsPerSecond,
    double UnchangedSeconds,
    double? ChangedSeconds,
    int? ChangedVectors);

/// <summary>The speed of searching a large store, one question at a time.</summary>
/// <param name="Passages">Passages in it.</param>
/// <param name="Index">The kind of vector index.</param>
/// <param name="Questions">Questions asked.</param>
/// <param name="Hybrid">Words and vectors, including analysis and spelling but not the question's embedding.</param>
/// <param name="Words">Words only.</param>
/// <param name="FullText">FTS5 only, over the terms that the product searches for.</param>
/// <param name="FullTextOfAllTerms">FTS5 only, over every term of the question, including common ones.</param>
public sealed record SearchFigures(int Passages, string Index, int Questions, Latency Hybrid, Latency Words, Latency FullText, Latency FullTextOfAllTerms);

/// <summary>The duration of a search, in milliseconds.</summary>
/// <param name="P50">The median.</param>
/// <param name="P99">The 99th percentile.</param>
public sealed record Latency(double P50, double P99)
{
    /// <summary>The percentiles of the measured values.</summary>
    public static Latency Of(IEnumerable<double> milliseconds)
    {
        var sorted = milliseconds.Order().ToArray();
        return new Latency(sorted[sorted.Length / 2], sorted[Math.Min(sorted.Length - 1, sorted.Length * 99 / 100)]);
    }
}
