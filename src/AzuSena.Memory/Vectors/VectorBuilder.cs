using AzuSena.Faiss;
using AzuSena.Memory.Storage;

namespace AzuSena.Memory.Vectors;

/// <summary>Updates an index to the vectors of one state of the database.</summary>
internal static class VectorBuilder
{
    // An addition blocks searches, so large ones are split.
    private const int BatchSize = 256;

    /// <summary>Above this share of tombstones, or of changes, the index is rebuilt instead of updated.</summary>
    private const double MaxChurn = 0.2;

    /// <summary>Whether to rebuild the index instead of calling <see cref="Update"/>.</summary>
    public static bool IsWornOut(VectorIndex index, int passages) =>
        index.TombstoneShare > MaxChurn || Math.Abs(index.Count - passages) > MaxChurn * Math.Max(index.Count, passages);

    /// <summary>Fills an empty index.</summary>
    public static void Fill(VectorIndex index, VectorRows rows, long embedder, CancellationToken cancellationToken) =>
        Add(index, rows, embedder, rows.Keys(embedder), cancellationToken);

    /// <summary>Removes deleted vectors from an index and adds new ones, while it is in use.</summary>
    /// <param name="index">The index.</param>
    /// <param name="held">The keys in the index.</param>
    /// <param name="rows">The vectors of the database.</param>
    /// <param name="embedder">The embedder of the vectors.</param>
    /// <param name="cancellationToken">Cancels the work between two batches.</param>
    /// <returns>The keys in the index afterwards.</returns>
    public static HashSet<long> Update(VectorIndex index, IReadOnlySet<long> held, VectorRows rows, long embedder, CancellationToken cancellationToken)
    {
        var wanted = rows.Keys(embedder).ToHashSet();
        index.Remove(held.Where(key => !wanted.Contains(key)).ToArray());
        Add(index, rows, embedder, [.. wanted.Where(key => !index.Contains(key))], cancellationToken);
        return wanted;
    }

    private static void Add(VectorIndex index, VectorRows rows, long embedder, List<long> keys, CancellationToken cancellationToken)
    {
        foreach (var batch in keys.Chunk(BatchSize))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var read = rows.Read(embedder, index.Dimension, batch).ToArray();
            index.Add([.. read.Select(row => row.Key)], [.. read.SelectMany(row => row.Vector)]);
        }
    }
}
