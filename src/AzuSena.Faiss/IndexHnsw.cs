using AzuSena.Faiss.Files;
using AzuSena.Faiss.Storage;

namespace AzuSena.Faiss;

/// <summary>
/// FAISS's <c>IndexHNSWFlat</c>: a graph of neighbours over whole vectors. Approximate and by far the fastest; removed vectors stay in
/// the graph until it is built anew.
/// </summary>
/// <remarks>For <see cref="Metric.InnerProduct"/> the vectors should be of like length, as embeddings are; recall falls where some are much longer.</remarks>
public sealed class IndexHnsw : HnswIndex
{
    private const string KindName = "hnsw";

    /// <summary>Makes an empty index.</summary>
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

    /// <summary>Reads a file that <see cref="VectorIndex.Save"/> wrote.</summary>
    /// <exception cref="VectorIndexException">The file is damaged, or another index than the one asked for.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static IndexHnsw Load(string path, int dimension, Metric metric)
    {
        using var file = IndexReader.Open(path, KindName, dimension, metric);
        return new IndexHnsw(file);
    }
}
