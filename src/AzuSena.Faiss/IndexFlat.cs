using AzuSena.Faiss.Files;
using AzuSena.Faiss.Storage;

namespace AzuSena.Faiss;

/// <summary>FAISS's <c>IndexFlat</c>: exact; batches of twenty queries or more use OpenBLAS.</summary>
public sealed class IndexFlat : VectorIndex
{
    private const string KindName = "flat";

    /// <summary>Creates an empty index.</summary>
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

    /// <summary>Reads a file written by <see cref="VectorIndex.Save"/>.</summary>
    /// <exception cref="VectorIndexException">The file is damaged, or holds an index other than the one requested.</exception>
    /// <exception cref="FileNotFoundException">The file does not exist.</exception>
    public static IndexFlat Load(string path, int dimension, Metric metric)
    {
        using var file = IndexReader.Open(path, KindName, dimension, metric);
        return new IndexFlat(file);
    }
}
