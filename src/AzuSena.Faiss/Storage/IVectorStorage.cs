using AzuSena.Faiss.Files;

namespace AzuSena.Faiss.Storage;

/// <summary>
/// Vectors in numbered slots: what an index is without ids, locks and checks, all of which its owner (<see cref="VectorIndex"/>) sees to.
/// Searches may run at once; anything else runs alone.
/// </summary>
internal interface IVectorStorage : IDisposable
{
    /// <summary>What <see cref="Remove"/> does to a slot.</summary>
    SlotReuse Reuse { get; }

    /// <summary>Memory of the vectors and of what is built over them, in bytes.</summary>
    long MemoryBytes { get; }

    /// <summary>Puts <c>float[n, dim]</c> into <c>slots[n]</c>, which follow one another from the first free one unless slots are refilled.</summary>
    void Add(ReadOnlySpan<float> vectors, ReadOnlySpan<long> slots);

    /// <summary>Removes a vector in the manner of <see cref="Reuse"/>; not called where slots are never reused.</summary>
    void Remove(long slot);

    /// <summary>Copies the vector of a slot to <c>float[dim]</c>.</summary>
    void Reconstruct(long slot, Span<float> vector);

    /// <summary>Finds the nearest, best first, −1 in <paramref name="slots"/> where there are no more.</summary>
    /// <param name="queries"><c>float[n, dim]</c>.</param>
    /// <param name="k">At least 1, at most the number of vectors.</param>
    /// <param name="mask">The slots that may be found.</param>
    /// <param name="scores"><c>float[n, k]</c>.</param>
    /// <param name="slots"><c>long[n, k]</c>.</param>
    void Search(ReadOnlySpan<float> queries, int k, SlotMask mask, Span<float> scores, Span<long> slots);

    /// <summary>Writes the vectors and what is built over them.</summary>
    void Write(IndexWriter file);
}
