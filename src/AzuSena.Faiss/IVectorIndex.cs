namespace AzuSena.Faiss;

/// <summary>Vectors under ids of the caller's, searched by nearness.</summary>
/// <remarks>
/// <para>
/// Many threads may search, reconstruct, save and read the properties at once. <see cref="Add"/>, <see cref="Remove"/> and
/// <see cref="IDisposable.Dispose"/> run alone: they wait for what runs and hold back what comes. A search thus sees all of an
/// <see cref="Add"/> or nothing of it.
/// </para>
/// <para>
/// Every member of a disposed index throws <see cref="ObjectDisposedException"/>, save <see cref="Dimension"/>, <see cref="Metric"/>,
/// <see cref="Kind"/> and another <see cref="IDisposable.Dispose"/>, which does nothing.
/// </para>
/// <para>
/// A vector has <see cref="Dimension"/> finite components whose squares add up to at most <see cref="VectorGuard.LargestSquaredNorm"/>; anything
/// else is an <see cref="ArgumentException"/>, and the index stays as it was.
/// </para>
/// </remarks>
public interface IVectorIndex : IDisposable
{
    /// <summary>Components of a vector.</summary>
    int Dimension { get; }

    /// <summary>What nearness means.</summary>
    Metric Metric { get; }

    /// <summary>The name of the kind: <c>exact</c>, <c>flat</c>, <c>hnsw</c>, <c>ivf-flat</c> or <c>hnsw-sq8</c>.</summary>
    string Kind { get; }

    /// <summary>How many vectors are held, without the removed ones.</summary>
    int Count { get; }

    /// <summary>
    /// The share, 0 to 1, of the kept vectors that are removed ones, which cost memory and time: rebuild the index when it has grown
    /// past a fifth or so. Only the HNSW kinds have any.
    /// </summary>
    double TombstoneShare { get; }

    /// <summary>An estimate of the memory that the vectors, their links and ids take, in bytes.</summary>
    long MemoryBytes { get; }

    /// <summary>Whether a vector is held under this id.</summary>
    bool Contains(long id);

    /// <summary>Adds vectors, all or none.</summary>
    /// <param name="ids"><c>long[n]</c>, none of them held already or given twice.</param>
    /// <param name="vectors"><c>float[n, dim]</c>.</param>
    /// <exception cref="ArgumentException">An id is held already or given twice, or a vector is unfit.</exception>
    void Add(ReadOnlySpan<long> ids, ReadOnlySpan<float> vectors);

    /// <summary>Removes what is held under these ids; ids that are not held are passed over.</summary>
    /// <returns>How many were removed.</returns>
    int Remove(ReadOnlySpan<long> ids);

    /// <summary>The nearest vectors, best first.</summary>
    /// <param name="query"><c>float[dim]</c>.</param>
    /// <param name="k">How many at most, at least 1; there are fewer where fewer are held, allowed or (approximate kinds) found.</param>
    /// <param name="allowed">
    /// The only ids that may be found, or null for all; those that are not held are passed over. Where few are allowed each is compared in turn,
    /// so that the answer is exact.
    /// </param>
    VectorMatch[] Search(ReadOnlySpan<float> query, int k, IReadOnlyCollection<long>? allowed = null);

    /// <summary>The nearest vectors of each query, as <see cref="Search"/> finds them; quicker than one call for each.</summary>
    /// <param name="queries"><c>float[n, dim]</c>.</param>
    /// <param name="k">How many at most for each query.</param>
    /// <param name="allowed">The only ids that may be found, or null for all.</param>
    VectorMatch[][] SearchMany(ReadOnlySpan<float> queries, int k, IReadOnlyCollection<long>? allowed = null);

    /// <summary>The vector under this id (<c>float[dim]</c>; of a compressed kind, as near as it is kept), or null where none is held.</summary>
    float[]? Reconstruct(long id);

    /// <summary>Writes the index to a file, which takes the place of the one before only when it is whole.</summary>
    /// <exception cref="IOException">The file could not be written; the one before is untouched.</exception>
    void Save(string path);
}
