namespace AzuSena.Cli.Bench.Indexing;

/// <summary>The figures of one run of <c>azusena bench index</c>.</summary>
/// <param name="Indexing">How fast a folder is indexed.</param>
/// <param name="Search">How fast a big store is searched.</param>
public sealed record IndexBenchReport(IndexingFigures Indexing, SearchFigures Search);

/// <summary>How fast a folder is indexed.</summary>
/// <param name="Documents">Documents in it.</param>
/// <param name="Passages">Passages made of them.</param>
/// <param name="WordsPerSecond">Passages a second without vectors.</param>
/// <param name="Embedder">The provider and model of the vectors; null where there is none.</param>
/// <param name="VectorsPerSecond">Vectors a second, over a part of the passages.</param>
/// <param name="UnchangedSeconds">A second run over the unchanged folder.</param>
/// <param name="ChangedSeconds">A run after one document changed, vectors included.</param>
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

/// <summary>How fast a big store is searched, each question by itself.</summary>
/// <param name="Passages">Passages in it.</param>
/// <param name="Index">The kind of vector index.</param>
/// <param name="Questions">Questions asked.</param>
/// <param name="Hybrid">Words and vectors, analysis and spelling included, the question's embedding not.</param>
/// <param name="Words">Words alone.</param>
/// <param name="FullText">FTS5 alone over the terms that the product looks for.</param>
/// <param name="FullTextOfAllTerms">FTS5 alone over every term of the question, the common ones too.</param>
public sealed record SearchFigures(int Passages, string Index, int Questions, Latency Hybrid, Latency Words, Latency FullText, Latency FullTextOfAllTerms);

/// <summary>How long a search took, in milliseconds.</summary>
/// <param name="P50">The median.</param>
/// <param name="P99">Ninety-nine of a hundred were faster.</param>
public sealed record Latency(double P50, double P99)
{
    /// <summary>The percentiles of what was measured.</summary>
    public static Latency Of(IEnumerable<double> milliseconds)
    {
        var sorted = milliseconds.Order().ToArray();
        return new Latency(sorted[sorted.Length / 2], sorted[Math.Min(sorted.Length - 1, sorted.Length * 99 / 100)]);
    }
}
