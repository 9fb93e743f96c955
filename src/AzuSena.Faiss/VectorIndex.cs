using System.Buffers;
using AzuSena.Faiss.Storage;

namespace AzuSena.Faiss;

/// <summary>Vectors under the caller's ids, searched by nearness.</summary>
/// <remarks>
/// <para>
/// Many threads may search, reconstruct, save and read the properties at once. <see cref="Add"/>, <see cref="Remove"/> and
/// <see cref="IDisposable.Dispose"/> run alone: they wait for running operations and block later ones. A search thus sees all of an
/// <see cref="Add"/> or none of it.
/// </para>
/// <para>
/// Every member of a disposed index throws <see cref="ObjectDisposedException"/>, except <see cref="Dimension"/>, <see cref="Metric"/>,
/// <see cref="Kind"/> and another <see cref="IDisposable.Dispose"/>, which does nothing.
/// </para>
/// <para>
/// A vector has <see cref="Dimension"/> finite components whose squares sum to at most <see cref="VectorGuard.LargestSquaredNorm"/>; anything
/// else throws an <see cref="ArgumentException"/>, and the index stays unchanged.
/// </para>
/// </remarks>
public abstract partial class VectorIndex : IDisposable
{
    private readonly IndexGate _gate;
    private readonly SlotMap _slots;
    private IVectorStorage _storage;

    private protected VectorIndex(int dimension, Metric metric, Func<IVectorStorage> storage)
    {
        Dimension = VectorGuard.CheckDimension(dimension);
        Metric = Enum.IsDefined(metric) ? metric : throw new ArgumentOutOfRangeException(nameof(metric));
        _gate = new IndexGate(GetType().FullName!);
        (_slots, _storage) = (new SlotMap(), storage());
    }

    /// <summary>Components of a vector.</summary>
    public int Dimension { get; }

    /// <summary>The metric of nearness.</summary>
    public Metric Metric { get; }

    /// <summary>The name of the kind: <c>exact</c>, <c>flat</c>, <c>hnsw</c>, <c>ivf-flat</c> or <c>hnsw-sq8</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>How many vectors are held, excluding removed ones.</summary>
    public int Count
    {
        get
        {
            using var reading = _gate.Read();
            return _slots.Count;
        }
    }

    /// <summary>
    /// The share, 0 to 1, of the stored vectors that are removed, which cost memory and time: rebuild the index when it exceeds about a fifth. Only the HNSW
    /// kinds have any.
    /// </summary>
    public double TombstoneShare
    {
        get
        {
            using var reading = _gate.Read();
            return _slots.TombstoneCount / Math.Max(1.0, _slots.SlotCount);
        }
    }

    /// <summary>An estimate of the memory used by the vectors, their links and ids, in bytes.</summary>
    public long MemoryBytes
    {
        get
        {
            using var reading = _gate.Read();
            return _storage.MemoryBytes + _slots.MemoryBytes;
        }
    }

    /// <summary>Whether a vector is held under this id.</summary>
    public bool Contains(long id)
    {
        using var reading = _gate.Read();
        return _slots.TryGetSlot(id, out _);
    }

    /// <summary>Adds vectors, all or none.</summary>
    /// <param name="ids"><c>long[n]</c>, none of them held already or given twice.</param>
    /// <param name="vectors"><c>float[n, dim]</c>.</param>
    /// <exception cref="ArgumentException">An id is held already or given twice, or a vector is invalid.</exception>
    public void Add(ReadOnlySpan<long> ids, ReadOnlySpan<float> vectors)
    {
        if (VectorGuard.Count(vectors, Dimension, nameof(vectors)) != ids.Length)
        {
            throw new ArgumentException($"There are {ids.Length} ids for {vectors.Length / Dimension} vectors of {Dimension} dimensions.", nameof(vectors));
        }

        using var writing = _gate.Write();
        var slots = ArrayPool<long>.Shared.Rent(ids.Length);
        try
        {
            _slots.Add(ids, slots);
            Store(vectors, slots.AsSpan(0, ids.Length));
        }
        finally
        {
            ArrayPool<long>.Shared.Return(slots);
        }
    }

    /// <summary>Removes the vectors with these ids; ids that are not held are ignored.</summary>
    /// <returns>How many were removed.</returns>
    public int Remove(ReadOnlySpan<long> ids)
    {
        using var writing = _gate.Write();
        var removed = 0;
        foreach (var id in ids)
        {
            if (_slots.Remove(id, _storage.Reuse) is { } slot)
            {
                Discard(slot);
                removed++;
            }
        }

        return removed;
    }

    /// <summary>The vector with this id (<c>float[dim]</c>; for a compressed kind, approximate), or null if there is none.</summary>
    public float[]? Reconstruct(long id)
    {
        using var reading = _gate.Read();
        if (!_slots.TryGetSlot(id, out var slot))
        {
            return null;
        }

        var vector = new float[Dimension];
        _storage.Reconstruct(slot, vector);
        return vector;
    }

    /// <summary>Waits for running operations, and frees the memory.</summary>
    public void Dispose()
    {
        _gate.Close(() => _storage.Dispose());
        GC.SuppressFinalize(this);
    }

    /// <summary>
    /// Converts <c>float[n, dim]</c> held in plain form to the kind's own form; null while they are too few, or if the kind needs no training.
    /// </summary>
    private protected virtual IVectorStorage? Train(ReadOnlySpan<float> vectors) => null;

    /// <summary>Changes the search effort while no search runs; <paramref name="change"/> gets null while the vectors are held in plain form.</summary>
    private protected void Tune(Action<FaissStorage?> change)
    {
        using var writing = _gate.Write();
        change(_storage as FaissStorage);
    }

    private void Store(ReadOnlySpan<float> vectors, ReadOnlySpan<long> slots)
    {
        try
        {
            if (!slots.IsEmpty)
            {
                _storage.Add(vectors, slots);
                TrainWhenEnough();
            }
        }
        catch (Exception exception)
        {
            _gate.Fail(exception);
            throw;
        }
    }

    private void Discard(int slot)
    {
        if (_storage.Reuse == SlotReuse.Never)
        {
            return;
        }

        try
        {
            _storage.Remove(slot);
        }
        catch (Exception exception)
        {
            _gate.Fail(exception);
            throw;
        }
    }

    private void TrainWhenEnough()
    {
        if (_storage is not ContiguousStorage waiting || Train(waiting.Vectors) is not { } trained)
        {
            return;
        }

        var slots = new long[_slots.SlotCount];
        for (var slot = 0; slot < slots.Length; slot++)
        {
            slots[slot] = slot;
        }

        trained.Add(waiting.Vectors, slots);
        waiting.Dispose();
        _storage = trained;
    }
}
