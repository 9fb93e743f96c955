using AzuSena.Faiss.Files;
using AzuSena.Faiss.Storage;

namespace AzuSena.Faiss;

/// <summary>FAISS's <c>IndexFlat</c>: exact; batches of twenty queries and more go through OpenBLAS.</summary>
public sealed class IndexFlat : VectorIndex
{
    private const string KindName = "flat";

    /// <summary>Makes an empty index.</summary>
    public IndexFlat(int dimension, Metric metric)
        : base(dimension, metric, () => FaissStorage.Flat(dimension, metric))
    {
    }

    private IndexFlat(IndexReader file)
        : base(file, SlotReuse.MoveLast)
    {
    }

    /// <inheritdoc/>
    public override string Kind => KindName;

    /// <summary>Reads a file that <see cref="VectorIndex.Save"/> wrote.</summary>
    /// <exception cref="VectorIndexException">The file is damaged, or another index than the one asked for.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static IndexFlat Load(string path, int dimension, Metric metric)
    {
        using var file = IndexReader.Open(path, KindName, dimension, metric);
        return new IndexFlat(file);
    }
}
