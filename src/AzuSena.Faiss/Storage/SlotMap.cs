using AzuSena.Faiss.Files;

namespace AzuSena.Faiss.Storage;

/// <summary>Maps ids to slots.</summary>
internal sealed class SlotMap
{
    private readonly Dictionary<long, int> _slots;
    private readonly Stack<int> _free = [];
    private long[] _ids = [];
    private ulong[] _live = [];

    public SlotMap() => _slots = [];

    private SlotMap(long[] ids, ulong[] live)
    {
        (_ids, _live, SlotCount) = (ids, live, ids.Length);
        _slots = new Dictionary<long, int>(ids.Length);
        for (var slot = 0; slot < ids.Length; slot++)
        {
            if (!IsLive(slot))
            {
                continue;
            }

            if (!_slots.TryAdd(ids[slot], slot))
            {
                throw new VectorIndexException($"The index file holds the id {ids[slot]} twice.");
            }
        }
    }

    /// <summary>How many ids are held.</summary>
    public int Count => _slots.Count;

    /// <summary>The number of slots in use, including tombstones and empty ones.</summary>
    public int SlotCount { get; private set; }

    /// <summary>The number of slots whose vector was removed but is still stored.</summary>
    public int TombstoneCount => SlotCount - Count - _free.Count;

    /// <summary>One bit per slot: whether it has an id.</summary>
    public ReadOnlySpan<ulong> Live => _live.AsSpan(0, SlotMask.WordCount(SlotCount));

    /// <summary>The ids by slot; those of slots that are not live are undefined.</summary>
    public ReadOnlySpan<long> Ids => _ids.AsSpan(0, SlotCount);

    /// <summary>An estimate of the memory used: the arrays, and the dictionary's 24 bytes per entry plus its bucket of 4.</summary>
    public long MemoryBytes => (8L * _ids.Length) + (8L * _live.Length) + (28L * _slots.EnsureCapacity(0));

    public bool TryGetSlot(long id, out int slot) => _slots.TryGetValue(id, out slot);

    /// <summary>Gives each id a slot, all or none.</summary>
    /// <exception cref="ArgumentException">An id is held already or given twice.</exception>
    public void Add(ReadOnlySpan<long> ids, Span<long> slots)
    {
        for (var i = 0; i < ids.Length; i++)
        {
            var refilled = _free.TryPop(out var slot);
            slot = refilled ? slot : SlotCount;
            if (_slots.TryAdd(ids[i], slot))
            {
                Occupy(slot, ids[i]);
                slots[i] = slot;
                continue;
            }

            if (refilled)
            {
                _free.Push(slot);
            }

            TakeBack(ids[..i], slots[..i]);
            throw new ArgumentException($"The id {ids[i]} is held already or given twice.", nameof(ids));
        }
    }

    /// <summary>Removes an id, if it is held, as the storage reuses slots.</summary>
    /// <returns>The slot that it had.</returns>
    public int? Remove(long id, SlotReuse reuse)
    {
        if (!_slots.Remove(id, out var slot))
        {
            return null;
        }

        switch (reuse)
        {
            case SlotReuse.MoveLast:
                var last = SlotCount - 1;
                if (slot != last)
                {
                    _ids[slot] = _ids[last];
                    _slots[_ids[slot]] = slot;
                }

                Mark(last, live: false);
                SlotCount--;
                break;
            case SlotReuse.Refill:
                Mark(slot, live: false);
                _free.Push(slot);
                break;
            default:
                Mark(slot, live: false);
                break;
        }

        return slot;
    }

    public void Write(IndexWriter file)
    {
        file.WriteArray(Ids);
        file.WriteArray(Live);
    }

    public static SlotMap Read(IndexReader file, int slotCount) =>
        new(file.ReadArray<long>(slotCount), file.ReadArray<ulong>(SlotMask.WordCount(slotCount)));

    /// <summary>After <see cref="Read"/>: the slots without an id are empty, not tombstones.</summary>
    public void FreeUnused()
    {
        for (var slot = SlotCount - 1; slot >= 0; slot--)
        {
            if (!IsLive(slot))
            {
                _free.Push(slot);
            }
        }
    }

    private void Occupy(int slot, long id)
    {
        if (slot == SlotCount)
        {
            SlotCount++;
            if (slot == _ids.Length)
            {
                Array.Resize(ref _ids, Math.Max(64, (int)Math.Min(2L * slot, Array.MaxLength)));
                Array.Resize(ref _live, SlotMask.WordCount(_ids.Length));
            }
        }

        _ids[slot] = id;
        Mark(slot, live: true);
    }

    private void TakeBack(ReadOnlySpan<long> ids, ReadOnlySpan<long> slots)
    {
        // Backwards: the newest slots are dropped from the end, the refilled ones become free again in their former order.
        for (var i = ids.Length - 1; i >= 0; i--)
        {
            var slot = (int)slots[i];
            Remove(ids[i], slot == SlotCount - 1 ? SlotReuse.MoveLast : SlotReuse.Refill);
        }
    }

    private bool IsLive(int slot) => (_live[slot >> 6] >> slot & 1) != 0;

    private void Mark(int slot, bool live)
    {
        var bit = 1UL << slot;
        _live[slot >> 6] = live ? _live[slot >> 6] | bit : _live[slot >> 6] & ~bit;
    }
}
