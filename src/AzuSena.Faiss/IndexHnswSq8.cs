using AzuSena.Faiss.Files;
using AzuSena.Faiss.Storage;

namespace AzuSena.Faiss;

/// <summary>
/// FAISS's <c>IndexHNSWSQ</c>: a graph of neighbours over vectors of one byte a component, about a third of the memory of
/// <see cref="IndexHnsw"/>. For big corpora; what it was measured to cost and lose stands in <c>docs/decisions/0006-faiss.md</c>.
/// </summary>
/// <remarks>Until <see cref="TrainingSize"/> vectors have come they are kept whole and every search is exact; then the range of each component is learnt from them.</remarks>
public sealed class IndexHnswSq8 : HnswIndex
{
    /// <summary>The vectors that the ranges are learnt from, where the caller does not say.</summary>
    public const int DefaultTrainingSize = 4096;

    private const string KindName = "hnsw-sq8";

    /// <summary>Makes an empty index.</summary>
    public IndexHnswSq8(int dimension, Metric metric, HnswOptions? options = null, int trainingSize = DefaultTrainingSize)
        : base(dimension, metric, options, _ => new ContiguousStorage(dimension, metric))
    {
        FaissLibrary.Require();
        ArgumentOutOfRangeException.ThrowIfLessThan(trainingSize, 1);
        TrainingSize = trainingSize;
    }

    private IndexHnswSq8(IndexReader file)
        : base(file)
    {
        FaissLibrary.Require();
        TrainingSize = file.Header.Parameters[^1];
    }

    /// <inheritdoc/>
    public override string Kind => KindName;

    /// <summary>How many vectors must have come before they are compressed.</summary>
    public int TrainingSize { get; }

    private protected override int[] Parameters => [.. Options.ToParameters(), TrainingSize];

    /// <summary>Reads a file that <see cref="VectorIndex.Save"/> wrote.</summary>
    /// <exception cref="VectorIndexException">The file is damaged, or another index than the one asked for.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static IndexHnswSq8 Load(string path, int dimension, Metric metric)
    {
        using var file = IndexReader.Open(path, KindName, dimension, metric);
        return new IndexHnswSq8(file);
    }

    private protected override IVectorStorage? Train(ReadOnlySpan<float> vectors) =>
        vectors.Length / Dimension < TrainingSize ? null : FaissStorage.HnswSq8(Dimension, Metric, Options, vectors);
}
