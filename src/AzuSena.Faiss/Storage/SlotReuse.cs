namespace AzuSena.Faiss.Storage;

/// <summary>What becomes of a slot whose vector is removed.</summary>
internal enum SlotReuse
{
    /// <summary>The last vector moves into it.</summary>
    MoveLast,

    /// <summary>It is empty, for a vector to come.</summary>
    Refill,

    /// <summary>The vector stays in it as a tombstone, which searches must pass over.</summary>
    Never,
}
