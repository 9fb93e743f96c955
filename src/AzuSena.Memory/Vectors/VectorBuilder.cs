using AzuSena.Faiss;
using AzuSena.Memory.Storage;

namespace AzuSena.Memory.Vectors;

/// <summary>Brings an index in line with the vectors of one state of the database.</summary>
internal static class VectorBuilder
{
    // An addition holds searches back while it runs, so large ones are done in pieces.
    private const int BatchSize = 256;

    /// <summary>Above this share of tombstones, or of changes, a new index is better than a mended one.</summary>
    private const double MaxChurn = 0.2;

    /// <summary>Whether it is better to build the index anew than to <see cref="Update"/> it.</summary>
    public static bool IsWornOut(VectorIndex index, int passages) =>
        index.TombstoneShare > MaxChurn || Math.Abs(index.Count - passages) > MaxChurn * Math.Max(index.Count, passages);

    /// <summary>Fills an empty index.</summary>
    public static void Fill(VectorIndex index, VectorRows rows, long embedder, CancellationToken cancellationToken) =>
        Add(index, rows, embedder, rows.Keys(embedder), cancellationToken);

    /// <summary>Removes what is gone from an index and adds what is new, while it serves.</summary>
    /// <param name="index">The index.</param>
    /// <param name="held">The keys that it holds.</param>
    /// <param name="rows">The vectors of the database.</param>
    /// <param name="embedder">The embedder whose vectors they are.</param>
    /// <param name="cancellationToken">Ends the work between two batches.</param>
    /// <returns>The keys that it holds now.</returns>
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
