using AzuSena.Faiss;

namespace AzuSena.Memory.Vectors;

/// <summary>
/// A reference-counted index shared by searches. It is disposed once it has been replaced and its last search has ended: the memory of FAISS is not managed by
/// the garbage collector.
/// </summary>
/// <param name="index">The index; the creator is its first holder.</param>
public sealed class SharedIndex(VectorIndex index)
{
    private int _holders = 1;

    /// <summary>The index, for its holders.</summary>
    public VectorIndex Index => index;

    /// <summary>Acquires it for a search; false if it is disposed. <see cref="Release"/> it afterwards.</summary>
    public bool TryHold()
    {
        for (var holders = Volatile.Read(ref _holders); holders > 0;)
        {
            var seen = Interlocked.CompareExchange(ref _holders, holders + 1, holders);
            if (seen == holders)
            {
                return true;
            }

            holders = seen;
        }

        return false;
    }

    /// <summary>Releases it; the last release disposes the index.</summary>
    public void Release()
    {
        if (Interlocked.Decrement(ref _holders) == 0)
        {
            index.Dispose();
        }
    }
}
