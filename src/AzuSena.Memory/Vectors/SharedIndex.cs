using AzuSena.Faiss;

namespace AzuSena.Memory.Vectors;

/// <summary>An index that searches share. It is disposed once another one serves and its last search has ended: the memory of FAISS is outside the garbage collector's sight.</summary>
/// <param name="index">The index; whoever makes this holds it first.</param>
public sealed class SharedIndex(VectorIndex index)
{
    private int _holders = 1;

    /// <summary>The index, for whoever holds it.</summary>
    public VectorIndex Index => index;

    /// <summary>Holds it for a search; false if it is disposed. <see cref="Release"/> it afterwards.</summary>
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

    /// <summary>Lets go of it; the last one disposes it.</summary>
    public void Release()
    {
        if (Interlocked.Decrement(ref _holders) == 0)
        {
            index.Dispose();
        }
    }
}
