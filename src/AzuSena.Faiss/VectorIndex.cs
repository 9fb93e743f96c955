using System.Buffers;
using AzuSena.Faiss.Storage;

namespace AzuSena.Faiss;

/// <summary>What all kinds share: ids, locks, checks and files over an <see cref="IVectorStorage"/>.</summary>
public abstract partial class VectorIndex : IVectorIndex
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

    /// <inheritdoc/>
    public int Dimension { get; }

    /// <inheritdoc/>
    public Metric Metric { get; }

    /// <inheritdoc/>
    public abstract string Kind { get; }

    /// <inheritdoc/>
    public int Count
    {
        get
        {
            using var reading = _gate.Read();
            return _slots.Count;
        }
    }

    /// <inheritdoc/>
    public double TombstoneShare
    {
        get
        {
            using var reading = _gate.Read();
            return _slots.TombstoneCount / Math.Max(1.0, _slots.SlotCount);
        }
    }

    /// <inheritdoc/>
    public long MemoryBytes
    {
        get
        {
            using var reading = _gate.Read();
            return _storage.MemoryBytes + _slots.MemoryBytes;
        }
    }

    /// <inheritdoc/>
    public bool Contains(long id)
    {
        using var reading = _gate.Read();
        return _slots.TryGetSlot(id, out _);
    }

    /// <inheritdoc/>
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

    /// <inheritdoc/>
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

    /// <inheritdoc/>
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

    /// <summary>Waits for what runs, and frees the memory.</summary>
    public void Dispose()
    {
        _gate.Close(() => _storage.Dispose());
        GC.SuppressFinalize(this);
    }

    /// <summary>Makes the kind's own form out of <c>float[n, dim]</c> that wait in plain form, or null while they are too few or for ever.</summary>
    private protected virtual IVectorStorage? Train(ReadOnlySpan<float> vectors) => null;

    /// <summary>Changes how hard a search tries, while none runs; <paramref name="change"/> gets null while the vectors wait in plain form.</summary>
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
