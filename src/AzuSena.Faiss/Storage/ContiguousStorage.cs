using System.Numerics.Tensors;
using AzuSena.Faiss.Files;

namespace AzuSena.Faiss.Storage;

/// <summary>Vectors one after the other in one array, each compared with the query: exact, in managed code only.</summary>
internal sealed class ContiguousStorage(int dimension, Metric metric) : IVectorStorage
{
    // A block of vectors stays in the cache while the queries of a batch are compared with it.
    private const int BlockLength = 64 * 1024;

    private readonly int _block = Math.Max(1, BlockLength / dimension);
    private float[] _vectors = [];
    private int _count;

    public SlotReuse Reuse => SlotReuse.MoveLast;

    public long MemoryBytes => (long)sizeof(float) * _vectors.Length;

    /// <summary>All the vectors, <c>float[n, dim]</c>, by slot.</summary>
    public ReadOnlySpan<float> Vectors => _vectors.AsSpan(0, _count * dimension);

    public static ContiguousStorage Read(IndexReader file, int dimension, Metric metric, int count)
    {
        var vectors = file.ReadArray<float>((long)count * dimension);
        return new ContiguousStorage(dimension, metric) { _vectors = vectors, _count = count };
    }

    public void Add(ReadOnlySpan<float> vectors, ReadOnlySpan<long> slots)
    {
        Reserve(((long)_count * dimension) + vectors.Length);
        vectors.CopyTo(_vectors.AsSpan(_count * dimension));
        _count += slots.Length;
    }

    public void Remove(long slot)
    {
        _count--;
        if (slot != _count)
        {
            At(_count).CopyTo(_vectors.AsSpan((int)slot * dimension));
        }
    }

    public void Reconstruct(long slot, Span<float> vector) => At((int)slot).CopyTo(vector);

    public void Search(ReadOnlySpan<float> queries, int k, SlotMask mask, Span<float> scores, Span<long> slots)
    {
        new TopMatches(scores, slots).Clear();
        for (var from = 0; from < _count; from += _block)
        {
            var to = Math.Min(from + _block, _count);
            for (int query = 0, found = 0; query < queries.Length; query += dimension, found += k)
            {
                Scan(queries.Slice(query, dimension), from, to, mask, new TopMatches(scores.Slice(found, k), slots.Slice(found, k)));
            }
        }

        for (var found = 0; found < scores.Length; found += k)
        {
            new TopMatches(scores.Slice(found, k), slots.Slice(found, k)).Sort();
        }

        if (metric == Metric.InnerProduct)
        {
            TensorPrimitives.Negate(scores, scores);
        }
    }

    public void Write(IndexWriter file) => file.WriteArray(Vectors);

    public void Dispose()
    {
        _vectors = [];
        _count = 0;
    }

    private void Scan(ReadOnlySpan<float> query, int from, int to, SlotMask mask, TopMatches top)
    {
        for (var slot = from; slot < to; slot++)
        {
            if (mask.Allows(slot))
            {
                top.Offer(Distance(query, At(slot)), slot);
            }
        }
    }

    private float Distance(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        if (metric == Metric.InnerProduct)
        {
            return -TensorPrimitives.Dot(left, right);
        }

        var distance = TensorPrimitives.Distance(left, right);
        return distance * distance;
    }

    private ReadOnlySpan<float> At(int slot) => _vectors.AsSpan(slot * dimension, dimension);

    private void Reserve(long length)
    {
        if (length > Array.MaxLength)
        {
            throw new VectorIndexException(
                $"One array cannot hold more than {Array.MaxLength / dimension} vectors of {dimension} dimensions; use a FAISS index.");
        }

        if (length > _vectors.Length)
        {
            Array.Resize(ref _vectors, (int)Math.Min(Math.Max(length, _vectors.Length + (_vectors.Length / 2L)), Array.MaxLength));
        }
    }
}
