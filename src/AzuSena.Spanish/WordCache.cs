using System.Collections.Concurrent;

namespace AzuSena.Spanish;

/// <summary>
/// A bounded cache keyed by word. It has two halves: a value that is looked up stays in the young half or moves there, and once that is full the old half is
/// dropped, with all entries not used since. The cache thus stays bounded, frequent words remain, and reads take no lock.
/// </summary>
/// <param name="capacity">The maximum number of words, not counting those that are being added at the moment a half fills up.</param>
/// <remarks>Safe for concurrent use.</remarks>
internal sealed class WordCache<TValue>(int capacity)
{
    private readonly Lock _turning = new();
    private volatile Half _young = new();
    private volatile Half _old = new();

    /// <summary>The number of cached words; one that has just moved counts twice.</summary>
    public int Count => _young.Words.Count + _old.Words.Count;

    /// <summary>Gets the cached value of a word; false if it is not cached, or no longer.</summary>
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

    /// <summary>Adds the value of a word.</summary>
    public void Add(string word, TValue value)
    {
        var half = _young;

        // The dictionary's own Count takes all its locks.
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
