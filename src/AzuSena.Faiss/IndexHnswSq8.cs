using AzuSena.Faiss.Files;
using AzuSena.Faiss.Storage;

namespace AzuSena.Faiss;

/// <summary>
/// FAISS's <c>IndexHNSWSQ</c>: a graph of neighbours over vectors of one byte per component, about a third of the memory of <see cref="IndexHnsw"/>. For large
/// corpora; its measured cost and loss are in <c>docs/decisions/0006-faiss.md</c>.
/// </summary>
/// <remarks>
/// Until <see cref="TrainingSize"/> vectors have been added they are kept uncompressed and every search is exact; then the range of each component is learnt
/// from them.
/// </remarks>
public sealed class IndexHnswSq8 : HnswIndex
{
    /// <summary>The default number of vectors that the ranges are learnt from.</summary>
    public const int DefaultTrainingSize = 4096;

    private const string KindName = "hnsw-sq8";

    /// <summary>Creates an empty index.</summary>
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

    /// <summary>How many vectors must have been added before they are compressed.</summary>
    public int TrainingSize { get; }

    private protected override int[] Parameters => [.. Options.ToParameters(), TrainingSize];

    /// <summary>Reads a file written by <see cref="VectorIndex.Save"/>.</summary>
    /// <exception cref="VectorIndexException">The file is damaged, or holds an index other than the one requested.</exception>
    /// <exception cref="FileNotFoundException">The file does not exist.</exception>
    public static IndexHnswSq8 Load(string path, int dimension, Metric metric)
    {
        using var file = IndexReader.Open(path, KindName, dimension, metric);
        return new IndexHnswSq8(file);
    }

    private protected override IVectorStorage? Train(ReadOnlySpan<float> vectors) =>
        vectors.Length / Dimension < TrainingSize ? null : FaissStorage.HnswSq8(Dimension, Metric, Options, vectors);
}
