using System.Buffers;

namespace AzuSena.Faiss.Storage;

/// <summary>The slots that a search may find: one bit each, in a rented array. The default allows every slot.</summary>
internal readonly ref struct SlotMask
{
    // Below this number, or this share of all, comparing with each allowed vector costs less than skipping the others.
    private const int FewSlots = 4096;
    private const int SmallShare = 20;

    private readonly ulong[]? _rented;
    private readonly int _slotCount;

    private SlotMask(int slotCount)
    {
        _slotCount = slotCount;
        _rented = ArrayPool<ulong>.Shared.Rent(WordCount(slotCount));
        _rented.AsSpan(0, WordCount(slotCount)).Clear();
    }

    /// <summary>Whether every slot is allowed.</summary>
    public bool AllowsAll => _rented is null;

    /// <summary>The bits, slot 0 the lowest of the first word; empty if every slot is allowed.</summary>
    public ReadOnlySpan<ulong> Words => _rented is null ? default : _rented.AsSpan(0, WordCount(_slotCount));

    /// <summary>How many slots are allowed, if not all are.</summary>
    public int Count { get; private init; }

    /// <summary>Whether so few slots are allowed that each should be compared in turn.</summary>
    public bool IsSelective => _rented is not null && (Count <= FewSlots || Count <= _slotCount / SmallShare);

    /// <summary>A mask of these ids, each counted once; dispose it.</summary>
    public static SlotMask Of(IReadOnlyCollection<long> ids, SlotMap slots)
    {
        var mask = new SlotMask(slots.SlotCount);
        var count = 0;
        // Through the interface each search would allocate an enumerator.
        switch (ids)
        {
            case long[] array:
                foreach (var id in array)
                {
                    count += mask.Allow(id, slots);
                }

                break;
            case List<long> list:
                foreach (var id in list)
                {
                    count += mask.Allow(id, slots);
                }

                break;
            case HashSet<long> set:
                foreach (var id in set)
                {
                    count += mask.Allow(id, slots);
                }

                break;
            default:
                foreach (var id in ids)
                {
                    count += mask.Allow(id, slots);
                }

                break;
        }

        return mask with { Count = count };
    }

    /// <summary>A mask of all the slots that are not tombstones; dispose it.</summary>
    public static SlotMask OfLive(SlotMap slots)
    {
        var mask = new SlotMask(slots.SlotCount) { Count = slots.Count };
        slots.Live.CopyTo(mask._rented);
        return mask;
    }

    /// <summary>Whether a slot is allowed.</summary>
    public bool Allows(int slot) => _rented is null || (_rented[slot >> 6] >> slot & 1) != 0;

    /// <summary>The number of words that hold one bit for each slot.</summary>
    public static int WordCount(int slots) => (slots + 63) / 64;

    public void Dispose()
    {
        if (_rented is not null)
        {
            ArrayPool<ulong>.Shared.Return(_rented);
        }
    }

    // How many slots it adds: none if the id is not held or was added before.
    private int Allow(long id, SlotMap slots)
    {
        if (!slots.TryGetSlot(id, out var slot) || Allows(slot))
        {
            return 0;
        }

        _rented![slot >> 6] |= 1UL << slot;
        return 1;
    }
}
