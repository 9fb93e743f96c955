using AzuSena.Faiss.Files;
using AzuSena.Faiss.Storage;

namespace AzuSena.Faiss;

/// <summary>
/// Compares the query with every vector, in managed code that uses the processor's widest instructions: exact, and available on every machine.
/// </summary>
public sealed class ExactIndex : VectorIndex
{
    private const string KindName = "exact";

    /// <summary>Creates an empty index.</summary>
    public ExactIndex(int dimension, Metric metric)
        : base(dimension, metric, () => new ContiguousStorage(dimension, metric))
    {
    }

    private ExactIndex(IndexReader file)
        : base(file, SlotReuse.MoveLast)
    {
    }

    /// <inheritdoc/>
    public override string Kind => KindName;

    /// <summary>Reads a file written by <see cref="VectorIndex.Save"/>.</summary>
    /// <exception cref="VectorIndexException">The file is damaged, or holds an index other than the one requested.</exception>
    /// <exception cref="FileNotFoundException">The file does not exist.</exception>
    public static ExactIndex Load(string path, int dimension, Metric metric)
    {
        using var file = IndexReader.Open(path, KindName, dimension, metric);
        return new ExactIndex(file);
    }
}
