using AzuSena.Faiss.Files;
using AzuSena.Faiss.Storage;

namespace AzuSena.Faiss;

/// <summary>
/// FAISS's <c>IndexHNSWFlat</c>: a graph of neighbours over uncompressed vectors. Approximate and by far the fastest; removed vectors stay in the graph until
/// it is rebuilt.
/// </summary>
/// <remarks>For <see cref="Metric.InnerProduct"/> the vectors should be of similar length, as embeddings are; recall falls if some are much longer.</remarks>
public sealed class IndexHnsw : HnswIndex
{
    private const string KindName = "hnsw";

    /// <summary>Creates an empty index.</summary>
    public IndexHnsw(int dimension, Metric metric, HnswOptions? options = null)
        : base(dimension, metric, options, graph => FaissStorage.Hnsw(dimension, metric, graph))
    {
    }

    private IndexHnsw(IndexReader file)
        : base(file)
    {
    }

    /// <inheritdoc/>
    public override string Kind => KindName;

    private protected override int[] Parameters => Options.ToParameters();

    /// <summary>Reads a file written by <see cref="VectorIndex.Save"/>.</summary>
    /// <exception cref="VectorIndexException">The file is damaged, or holds an index other than the one requested.</exception>
    /// <exception cref="FileNotFoundException">The file does not exist.</exception>
    public static IndexHnsw Load(string path, int dimension, Metric metric)
    {
        using var file = IndexReader.Open(path, KindName, dimension, metric);
        return new IndexHnsw(file);
    }
}
