using AzuSena.Faiss.Files;

namespace AzuSena.Faiss.Storage;

/// <summary>
/// Vectors in numbered slots: an index without ids, locks and checks, which its owner (<see cref="VectorIndex"/>) provides. Searches may run concurrently;
/// everything else runs alone.
/// </summary>
internal interface IVectorStorage : IDisposable
{
    /// <summary>What <see cref="Remove"/> does to a slot.</summary>
    SlotReuse Reuse { get; }

    /// <summary>Memory of the vectors and the structures built over them, in bytes.</summary>
    long MemoryBytes { get; }

    /// <summary>Puts <c>float[n, dim]</c> into <c>slots[n]</c>, which are consecutive from the first free one unless slots are refilled.</summary>
    void Add(ReadOnlySpan<float> vectors, ReadOnlySpan<long> slots);

    /// <summary>Removes a vector as <see cref="Reuse"/> says; not called if slots are never reused.</summary>
    void Remove(long slot);

    /// <summary>Copies the vector of a slot to <c>float[dim]</c>.</summary>
    void Reconstruct(long slot, Span<float> vector);

    /// <summary>Finds the nearest, best first; <paramref name="slots"/> is −1 past the last one found.</summary>
    /// <param name="queries"><c>float[n, dim]</c>.</param>
    /// <param name="k">At least 1, at most the number of vectors.</param>
    /// <param name="mask">The slots that may be found.</param>
    /// <param name="scores"><c>float[n, k]</c>.</param>
    /// <param name="slots"><c>long[n, k]</c>.</param>
    void Search(ReadOnlySpan<float> queries, int k, SlotMask mask, Span<float> scores, Span<long> slots);

    /// <summary>Writes the vectors and the structures built over them.</summary>
    void Write(IndexWriter file);
}
