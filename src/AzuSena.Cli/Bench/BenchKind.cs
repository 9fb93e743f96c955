using AzuSena.Faiss;

namespace AzuSena.Cli.Bench;

/// <summary>A kind of AzuSENA's index with the peers that it is compared with.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Create">Creates an empty index for that many vectors.</param>
/// <param name="Load">Loads an index from a file.</param>
/// <param name="Peers">The indexes of other libraries.</param>
internal sealed record BenchKind(string Name, Func<int, VectorIndex> Create, Func<string, VectorIndex> Load, IReadOnlyList<BenchPeer> Peers)
{
    private const int Dimension = MemoryBenchOptions.Dimension;
    private const Metric Metric = AzuSena.Faiss.Metric.InnerProduct;

    private static readonly HnswOptions Hnsw = new();

    /// <summary>All kinds.</summary>
    public static IReadOnlyList<BenchKind> All { get; } =
    [
        new(
            "exact",
            _ => new ExactIndex(Dimension, Metric),
            path => ExactIndex.Load(path, Dimension, Metric),
            [BenchPeer.Faiss("flat", "Flat") with { SharesFile = false }]),
        new("flat", _ => new IndexFlat(Dimension, Metric), path => IndexFlat.Load(path, Dimension, Metric), [BenchPeer.Faiss("flat", "Flat")]),
        new(
            "hnsw",
            _ => new IndexHnsw(Dimension, Metric),
            path => IndexHnsw.Load(path, Dimension, Metric),
            [BenchPeer.Faiss("hnsw", $"HNSW{Hnsw.Links}"), new BenchPeer("hnswlib", "hnsw", "hnswlib", SharesFile: false)]),
        new(
            "ivf-flat",
            count => new IndexIvfFlat(Dimension, Metric, Ivf(count)),
            path => IndexIvfFlat.Load(path, Dimension, Metric),
            [BenchPeer.Faiss("ivf-flat", "IVF")]),
        new(
            "hnsw-sq8",
            count => new IndexHnswSq8(Dimension, Metric, Hnsw, Math.Min(count, IndexHnswSq8.DefaultTrainingSize)),
            path => IndexHnswSq8.Load(path, Dimension, Metric),
            [BenchPeer.Faiss("hnsw-sq8", $"HNSW{Hnsw.Links}-SQ8")]),
    ];

    /// <summary>The parameters of AzuSENA's kinds, by the names that the peers use.</summary>
    public static IReadOnlyDictionary<string, int> Parameters(int count) => new Dictionary<string, int>
    {
        ["links"] = Hnsw.Links,
        ["ef_construction"] = Hnsw.EfConstruction,
        ["ef_search"] = Hnsw.EfSearch,
        ["lists"] = Ivf(count).Lists,
        ["probes"] = Ivf(count).Probes,
    };

    // The defaults, with fewer lists if there are too few vectors to train the default number.
    private static IvfOptions Ivf(int count)
    {
        var options = new IvfOptions();
        return options.TrainingSize <= count ? options : options with { Lists = Math.Max(1, options.Lists * count / options.TrainingSize) };
    }
}

/// <summary>An index of another library.</summary>
/// <param name="Library"><c>faiss</c> or <c>hnswlib</c>.</param>
/// <param name="Kind">The kind's name in the peer's process.</param>
/// <param name="Title">The kind's name in the report.</param>
/// <param name="SharesFile">Whether it searches the file that AzuSENA's index exports; it also builds its own index, to measure the time.</param>
internal sealed record BenchPeer(string Library, string Kind, string Title, bool SharesFile)
{
    public static BenchPeer Faiss(string kind, string title) => new("faiss", kind, $"python3-faiss {title}", SharesFile: true);
}
