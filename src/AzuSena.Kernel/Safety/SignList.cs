using AzuSena.Spanish;

namespace AzuSena.Safety;

/// <summary>The signs of danger in one language. A missing, doubled or swapped letter in a long word counts as the word.</summary>
internal sealed class SignList
{
    private const int MinMisspelt = 8;
    private const int MinPrefix = 3;

    private readonly Func<string, string> _key;
    private readonly string[] _denials;
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly IReadOnlyDictionary<string, WordPatterns> _sets;
    private readonly ILookup<string, string> _longWords;

    /// <summary>Reads the embedded list of a language.</summary>
    /// <param name="file">The list.</param>
    /// <param name="key">What folded words are compared by, such as their sound.</param>
    /// <param name="denials">The words before a sign that deny it.</param>
    public SignList(string file, Func<string, string> key, params string[] denials)
    {
        (_key, _denials) = (key, denials);
        _sets = WordPatterns.Read(typeof(SignList), file, Known);
        _longWords = _known.Where(word => word.Length >= MinMisspelt - 1).ToLookup(word => word[..MinPrefix], StringComparer.Ordinal);
    }

    /// <summary>Whether some of these words are a sign.</summary>
    public bool IsIn(IEnumerable<SaidWord> text)
    {
        var words = text.Select(word => word with { Folded = KeyOf(word.Folded) }).ToList();
        return _sets.Values.Any(signs => Enumerable.Range(0, words.Count).Any(at => signs.Match(words, at, words.Count) > at && !IsDenied(words, at)));
    }

    // "No me quiero morir": a pattern that begins with the denial is matched before.
    private bool IsDenied(List<SaidWord> words, int at) => at > 0 && _denials.Contains(words[at - 1].Folded) && !_denials.Contains(words[at].Folded);

    private string Known(string word)
    {
        var key = _key(word);
        _known.Add(key);
        return key;
    }

    private string KeyOf(string folded)
    {
        var key = _key(folded);
        return _known.Contains(key) || key.Length < MinMisspelt ? key : _longWords[key[..MinPrefix]].FirstOrDefault(known => IsLetterOff(key, known)) ?? key;
    }

    // One letter more or less, or two swapped; another letter in its place makes another word ("tomaron", "tocaron").
    private static bool IsLetterOff(string one, string other)
    {
        var (longer, shorter) = one.Length >= other.Length ? (one, other) : (other, one);
        if (longer.Length - shorter.Length > 1)
        {
            return false;
        }

        var at = 0;
        while (at < shorter.Length && longer[at] == shorter[at])
        {
            at++;
        }

        return longer.Length > shorter.Length
            ? longer.AsSpan(at + 1).SequenceEqual(shorter.AsSpan(at))
            : at + 1 < longer.Length && longer[at] == shorter[at + 1] && longer[at + 1] == shorter[at]
                && longer.AsSpan(at + 2).SequenceEqual(shorter.AsSpan(at + 2));
    }
}
