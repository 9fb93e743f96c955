using AzuSena.Faiss.Files;
using AzuSena.Faiss.Interop;

namespace AzuSena.Faiss.Storage;

/// <summary>Vectors in a FAISS index.</summary>
internal sealed class FaissStorage : IVectorStorage
{
    private readonly FaissHandle _handle;

    private FaissStorage(FaissHandle handle, SlotReuse reuse) => (_handle, Reuse) = (handle, reuse);

    public SlotReuse Reuse { get; }

    public long MemoryBytes
    {
        get
        {
            FaissNative.Check(FaissNative.Memory(_handle, out var bytes));
            return bytes;
        }
    }

    public static FaissStorage Flat(int dimension, Metric metric)
    {
        FaissLibrary.Require();
        FaissNative.Check(FaissNative.CreateFlat(dimension, (int)metric, out var handle));
        return new FaissStorage(handle, SlotReuse.MoveLast);
    }

    public static FaissStorage Hnsw(int dimension, Metric metric, HnswOptions options)
    {
        FaissLibrary.Require();
        FaissNative.Check(FaissNative.CreateHnsw(dimension, (int)metric, options.Links, options.EfConstruction, options.EfSearch, out var handle));
        return new FaissStorage(handle, SlotReuse.Never);
    }

    /// <summary>Learns the range of each component from <c>float[n, dim]</c>; the index is still empty.</summary>
    public static FaissStorage HnswSq8(int dimension, Metric metric, HnswOptions options, ReadOnlySpan<float> vectors)
    {
        FaissLibrary.Require();
        FaissNative.Check(FaissNative.CreateHnswSq8(
            dimension, (int)metric, options.Links, options.EfConstruction, options.EfSearch, vectors, vectors.Length / dimension, out var handle));
        return new FaissStorage(handle, SlotReuse.Never);
    }

    /// <summary>Learns the lists' centres from <c>float[n, dim]</c>; the index is still empty.</summary>
    public static FaissStorage IvfFlat(int dimension, Metric metric, IvfOptions options, ReadOnlySpan<float> vectors)
    {
        FaissLibrary.Require();
        FaissNative.Check(FaissNative.CreateIvf(
            dimension, (int)metric, options.Lists, options.Probes, vectors, vectors.Length / dimension, out var handle));
        return new FaissStorage(handle, SlotReuse.Refill);
    }

    /// <summary>Reads the output of <see cref="Write"/>, after the whole file has been checked.</summary>
    public static FaissStorage Read(IndexReader file, int dimension, Metric metric, long count, SlotReuse reuse)
    {
        FaissLibrary.Require();
        FaissNative.Check(FaissNative.Read(file.Handle, file.Position, dimension, (int)metric, count, out var handle));
        return new FaissStorage(handle, reuse);
    }

    public void Add(ReadOnlySpan<float> vectors, ReadOnlySpan<long> slots) =>
        FaissNative.Check(FaissNative.Add(_handle, slots.Length, vectors, slots));

    public void Remove(long slot) => FaissNative.Check(FaissNative.Remove(_handle, slot));

    public void Reconstruct(long slot, Span<float> vector) => FaissNative.Check(FaissNative.Reconstruct(_handle, slot, vector));

    public void Search(ReadOnlySpan<float> queries, int k, SlotMask mask, Span<float> scores, Span<long> slots) =>
        FaissNative.Check(FaissNative.Search(
            _handle, slots.Length / k, queries, k, mask.Words, 64L * mask.Words.Length, mask.IsSelective ? 1 : 0, scores, slots));

    /// <summary>Sets the beam of HNSW or the probes of IVF.</summary>
    public void SetEffort(int effort) => FaissNative.Check(FaissNative.SetEffort(_handle, effort));

    public void Write(IndexWriter file) =>
        file.WriteNative((handle, offset) =>
        {
            FaissNative.Check(FaissNative.Write(_handle, handle, offset, out var written));
            return written;
        });

    public void Dispose() => _handle.Dispose();
}
