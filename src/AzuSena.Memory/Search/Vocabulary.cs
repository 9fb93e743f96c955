using AzuSena.Spanish;

namespace AzuSena.Memory.Search;

/// <summary>The words of one state of the store, for correcting misspelled words.</summary>
public sealed class Vocabulary
{
    private const int MinLength = 5;
    private const int MinSoundingLength = 3;

    private readonly Dictionary<int, List<KeyValuePair<string, int>>> _byLength;
    private readonly ILookup<string, KeyValuePair<string, int>> _bySound;

    public Vocabulary(StoreState state, IEnumerable<KeyValuePair<string, int>> frequencies)
    {
        State = state;
        var known = frequencies.ToList();
        _byLength = known.GroupBy(entry => entry.Key.Length).ToDictionary(group => group.Key, group => group.ToList());
        _bySound = known.ToLookup(entry => SpanishSound.Of(entry.Key), StringComparer.Ordinal);
    }

    public StoreState State { get; }

    /// <summary>The words that sound like <paramref name="word"/>, the most frequent first. None for the shortest words and for words with digits.</summary>
    public IEnumerable<string> Alike(string word) => word.Length < MinSoundingLength || word.Any(char.IsDigit)
        ? []
        : _bySound[SpanishSound.Of(word)].OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => entry.Key);

    /// <summary>
    /// The words within one edit (insertion, deletion, substitution or transposition of neighbours) of <paramref name="word"/>: those with the same first
    /// character before others, then the most frequent. None for short words and for words with digits.
    /// </summary>
    public IEnumerable<string> Near(string word)
    {
        if (word.Length < MinLength || word.Any(char.IsDigit))
        {
            return [];
        }

        return Enumerable.Range(word.Length - 1, 3)
            .SelectMany(length => _byLength.GetValueOrDefault(length) ?? [])
            .Where(entry => IsWithinOneEdit(word, entry.Key))
            .OrderByDescending(entry => entry.Key[0] == word[0])
            .ThenByDescending(entry => entry.Value)
            .ThenBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => entry.Key);
    }

    /// <summary>Whether the Damerau–Levenshtein distance of two words is at most one.</summary>
    public static bool IsWithinOneEdit(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.Length > b.Length)
        {
            return IsWithinOneEdit(b, a);
        }

        var same = a.CommonPrefixLength(b);
        a = a[same..];
        b = b[same..];
        return (b.Length - a.Length) switch
        {
            0 => a.Length == 0 || a[1..].SequenceEqual(b[1..]) || IsTransposition(a, b),
            1 => a.SequenceEqual(b[1..]),
            _ => false,
        };
    }

    private static bool IsTransposition(ReadOnlySpan<char> a, ReadOnlySpan<char> b) =>
        a.Length >= 2 && a[0] == b[1] && a[1] == b[0] && a[2..].SequenceEqual(b[2..]);
}
