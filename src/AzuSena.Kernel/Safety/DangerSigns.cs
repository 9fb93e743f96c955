using AzuSena.Spanish;

namespace AzuSena.Safety;

/// <summary>
/// Recognises that somebody in danger writes: self-harm, violence, abuse or threats, to oneself or somebody near. Misspellings that sound the same, and single
/// missing or doubled letters in long words, count as the word.
/// </summary>
public static class DangerSigns
{
    private const int MinMisspelt = 8;
    private const int MinPrefix = 3;

    private static readonly HashSet<string> Known = new(StringComparer.Ordinal);
    private static readonly IReadOnlyDictionary<string, WordPatterns> Sets = WordPatterns.Read(typeof(DangerSigns), "signs.txt", KnownSound);
    private static readonly ILookup<string, string> LongWords = Known.Where(sound => sound.Length >= MinMisspelt - 1)
        .ToLookup(sound => sound[..MinPrefix], StringComparer.Ordinal);

    /// <summary>Whether a text says so.</summary>
    public static bool Are(string text)
    {
        var words = SaidWord.Of(text).ConvertAll(word => word with { Folded = SoundOf(word.Folded) });
        return Sets.Values.Any(signs => Enumerable.Range(0, words.Count).Any(at => signs.Match(words, at, words.Count) > at && !IsDenied(words, at)));
    }

    // "No me quiero morir": a pattern that begins with the denial is matched before.
    private static bool IsDenied(List<SaidWord> words, int at) => at > 0 && words[at - 1].Folded is "no" or "nunca" && words[at].Folded is not "no";

    private static string KnownSound(string word)
    {
        var sound = SpanishSound.Of(word);
        Known.Add(sound);
        return sound;
    }

    private static string SoundOf(string folded)
    {
        var sound = SpanishSound.Of(folded);
        return Known.Contains(sound) || sound.Length < MinMisspelt
            ? sound
            : LongWords[sound[..MinPrefix]].FirstOrDefault(known => IsLetterOff(sound, known)) ?? sound;
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
