using System.Collections.Concurrent;

namespace AzuSena.Spanish;

/// <summary>
/// Remembers what was made of the words that came last, by the word as it was written. It has two halves: what is asked for is in the young one or moves there,
/// and once that is full the old one goes, with what nobody asked for since. So it stays within its bound, common words stay, and reading takes no lock.
/// </summary>
/// <param name="capacity">How many words it holds at most, but for those that are being added at the moment when a half is full.</param>
/// <remarks>Safe for concurrent use.</remarks>
internal sealed class WordCache<TValue>(int capacity)
{
    private readonly Lock _turning = new();
    private volatile Half _young = new();
    private volatile Half _old = new();

    /// <summary>How many words it holds; one that has just moved counts twice.</summary>
    public int Count => _young.Words.Count + _old.Words.Count;

    /// <summary>What was kept of a word; false where it is not known, or no longer.</summary>
    public bool TryGet(ReadOnlySpan<char> word, out TValue value)
    {
        if (_young.BySpan.TryGetValue(word, out value!))
        {
            return true;
        }

        if (!_old.BySpan.TryGetValue(word, out var written, out value!))
        {
            return false;
        }

        Add(written, value);
        return true;
    }

    /// <summary>Keeps what was made of a word.</summary>
    public void Add(string word, TValue value)
    {
        var half = _young;

        // The dictionary's own count takes all its locks.
        if (half.Words.TryAdd(word, value) && Interlocked.Increment(ref half.Count) >= capacity / 2)
        {
            Turn(half);
        }
    }

    private void Turn(Half full)
    {
        lock (_turning)
        {
            if (_young == full)
            {
                _old = full;
                _young = new Half();
            }
        }
    }

    private sealed class Half
    {
        public int Count;

        public Half() => BySpan = Words.GetAlternateLookup<ReadOnlySpan<char>>();

        public ConcurrentDictionary<string, TValue> Words { get; } = new(StringComparer.Ordinal);

        public ConcurrentDictionary<string, TValue>.AlternateLookup<ReadOnlySpan<char>> BySpan { get; }
    }
}
