using System.Buffers;
using AzuSena.Faiss.Storage;

namespace AzuSena.Faiss;

public abstract partial class VectorIndex
{
    // Bounds the scratch memory of a batch.
    private const int LargestBatch = 1024;
    private const int LargestScratch = 1 << 20;

    /// <summary>The nearest vectors, best first.</summary>
    /// <param name="query"><c>float[dim]</c>.</param>
    /// <param name="k">The most matches to return, at least 1; there are fewer if fewer are held, allowed or (approximate kinds) found.</param>
    /// <param name="allowed">
    /// The only ids that may be found, or null for all; those that are not held are ignored. If few are allowed each is compared in turn, so that the result is
    /// exact.
    /// </param>
    public VectorMatch[] Search(ReadOnlySpan<float> query, int k, IReadOnlyCollection<long>? allowed = null)
    {
        if (query.Length != Dimension)
        {
            throw new ArgumentException($"The query has {query.Length} components, and the index holds vectors of {Dimension} dimensions.", nameof(query));
        }

        VectorMatch[] matches = [];
        VectorGuard.Count(query, Dimension, nameof(query));
        Find(query, k, allowed, new Span<VectorMatch[]>(ref matches));
        return matches;
    }

    /// <summary>The nearest vectors of each query, as <see cref="Search"/> finds them; faster than one call per query.</summary>
    /// <param name="queries"><c>float[n, dim]</c>.</param>
    /// <param name="k">The most matches for each query.</param>
    /// <param name="allowed">The only ids that may be found, or null for all.</param>
    public VectorMatch[][] SearchMany(ReadOnlySpan<float> queries, int k, IReadOnlyCollection<long>? allowed = null)
    {
        var matches = new VectorMatch[VectorGuard.Count(queries, Dimension, nameof(queries))][];
        Find(queries, k, allowed, matches);
        return matches;
    }

    private void Find(ReadOnlySpan<float> queries, int k, IReadOnlyCollection<long>? allowed, Span<VectorMatch[]> matches)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        using var reading = _gate.Read();
        using var mask = MaskOf(allowed);
        k = Math.Min(k, mask.AllowsAll ? _slots.Count : mask.Count);
        if (k == 0)
        {
            matches.Fill([]);
            return;
        }

        var batch = Math.Min(matches.Length, Math.Clamp(LargestScratch / k, 1, LargestBatch));
        var scores = ArrayPool<float>.Shared.Rent(batch * k);
        var slots = ArrayPool<long>.Shared.Rent(batch * k);
        try
        {
            for (var start = 0; start < matches.Length; start += batch)
            {
                var part = matches[start..Math.Min(start + batch, matches.Length)];
                var found = part.Length * k;
                _storage.Search(queries.Slice(start * Dimension, part.Length * Dimension), k, mask, scores.AsSpan(0, found), slots.AsSpan(0, found));
                for (var i = 0; i < part.Length; i++)
                {
                    part[i] = Matches(scores.AsSpan(i * k, k), slots.AsSpan(i * k, k));
                }
            }
        }
        finally
        {
            ArrayPool<float>.Shared.Return(scores);
            ArrayPool<long>.Shared.Return(slots);
        }
    }

    private SlotMask MaskOf(IReadOnlyCollection<long>? allowed) =>
        allowed is not null ? SlotMask.Of(allowed, _slots)
        : _slots.TombstoneCount > 0 ? SlotMask.OfLive(_slots)
        : default;

    private VectorMatch[] Matches(ReadOnlySpan<float> scores, ReadOnlySpan<long> slots)
    {
        var missing = slots.IndexOf(-1);
        var matches = new VectorMatch[missing < 0 ? slots.Length : missing];
        for (var i = 0; i < matches.Length; i++)
        {
            matches[i] = new VectorMatch(_slots.Ids[(int)slots[i]], scores[i]);
        }

        return matches;
    }
}
