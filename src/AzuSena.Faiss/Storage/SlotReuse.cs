namespace AzuSena.Faiss.Storage;

/// <summary>What happens to a slot whose vector is removed.</summary>
internal enum SlotReuse
{
    /// <summary>The last vector moves into it.</summary>
    MoveLast,

    /// <summary>It becomes empty, for a later vector.</summary>
    Refill,

    /// <summary>The vector stays in it as a tombstone, which searches must skip.</summary>
    Never,
}
