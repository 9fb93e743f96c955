using AzuSena.Faiss.Files;
using AzuSena.Faiss.Storage;

namespace AzuSena.Faiss;

/// <summary>
/// FAISS's <c>IndexHNSWFlat</c>: a graph of neighbours over whole vectors. Approximate and by far the fastest; removed vectors stay in
/// the graph until it is built anew.
/// </summary>
/// <remarks>For <see cref="Metric.InnerProduct"/> the vectors should be of like length, as embeddings are; recall falls where some are much longer.</remarks>
public sealed class IndexHnsw : VectorIndex
{
    private const string KindName = "hnsw";

    private HnswOptions _options;

    /// <summary>Makes an empty index.</summary>
    public IndexHnsw(int dimension, Metric metric, HnswOptions? options = null)
        : base(dimension, metric, () => FaissStorage.Hnsw(dimension, metric, options ?? new HnswOptions())) =>
        _options = options ?? new HnswOptions();

    private IndexHnsw(IndexReader file)
        : base(file, SlotReuse.Never) => _options = HnswOptions.From(file.Header.Parameters);

    /// <inheritdoc/>
    public override string Kind => KindName;

    /// <summary>Candidates weighed for each query; set for the whole index, for FAISS 1.7.3 knows no beam of a single search.</summary>
    public int EfSearch
    {
        get => _options.EfSearch;
        set
        {
            var options = _options with { EfSearch = value };
            Tune(faiss =>
            {
                faiss?.SetEffort(value);
                _options = options;
            });
        }
    }

    private protected override int[] Parameters => _options.ToParameters();

    /// <summary>Reads a file that <see cref="VectorIndex.Save"/> wrote.</summary>
    /// <exception cref="VectorIndexException">The file is damaged, or another index than the one asked for.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static IndexHnsw Load(string path, int dimension, Metric metric)
    {
        using var file = IndexReader.Open(path, KindName, dimension, metric);
        return new IndexHnsw(file);
    }
}
