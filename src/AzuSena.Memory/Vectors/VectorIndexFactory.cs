using AzuSena.Faiss;

namespace AzuSena.Memory.Vectors;

/// <summary>Chooses the kind of index for a number of vectors, creates it and reads it from a file.</summary>
internal sealed class VectorIndexFactory(VectorOptions options)
{
    /// <summary>The kind for a number of passages, and the reason, one of <see cref="VectorReason"/>.</summary>
    public (VectorIndexKind Kind, string Why) Choose(int passages) => options.Index switch
    {
        VectorIndexKind.Exact => (VectorIndexKind.Exact, VectorReason.Configured),
        VectorIndexKind.Auto when passages <= options.ExactUpTo => (VectorIndexKind.Exact, VectorReason.FewPassages),
        _ when !FaissLibrary.IsAvailable => (VectorIndexKind.Exact, VectorReason.FaissUnavailable),
        VectorIndexKind.Auto => (VectorIndexKind.Hnsw, VectorReason.ManyPassages),
        var kind => (kind, VectorReason.Configured),
    };

    /// <summary>An empty index over vectors of length 1.</summary>
    public static VectorIndex Create(VectorIndexKind kind, int dimension) => kind switch
    {
        VectorIndexKind.Flat => new IndexFlat(dimension, Metric.InnerProduct),
        VectorIndexKind.Hnsw => new IndexHnsw(dimension, Metric.InnerProduct),
        VectorIndexKind.IvfFlat => new IndexIvfFlat(dimension, Metric.InnerProduct),
        VectorIndexKind.HnswSq8 => new IndexHnswSq8(dimension, Metric.InnerProduct),
        _ => new ExactIndex(dimension, Metric.InnerProduct),
    };

    /// <summary>Reads an index.</summary>
    /// <exception cref="VectorIndexException">The file is damaged, or holds another kind of index.</exception>
    /// <exception cref="IOException">The file does not exist, or cannot be read.</exception>
    public static VectorIndex Load(VectorIndexKind kind, string path, int dimension) => kind switch
    {
        VectorIndexKind.Flat => IndexFlat.Load(path, dimension, Metric.InnerProduct),
        VectorIndexKind.Hnsw => IndexHnsw.Load(path, dimension, Metric.InnerProduct),
        VectorIndexKind.IvfFlat => IndexIvfFlat.Load(path, dimension, Metric.InnerProduct),
        VectorIndexKind.HnswSq8 => IndexHnswSq8.Load(path, dimension, Metric.InnerProduct),
        _ => ExactIndex.Load(path, dimension, Metric.InnerProduct),
    };
}
