using System.Text;

namespace AzuSena.Spanish;

/// <summary>
/// A phonetic key for Latin American Spanish, to distinguish misspellings that sound the same from different words: no h, one letter for s, c and z, for b and
/// v, for ll and y, for g and j, for k, c and qu; doubled letters once.
/// </summary>
public static class SpanishSound
{
    /// <summary>The phonetic key of a folded word; two words with the same key differ in spelling only.</summary>
    public static string Of(string folded)
    {
        var sound = new StringBuilder(folded.Length);
        for (var i = 0; i < folded.Length; i++)
        {
            var next = i + 1 < folded.Length ? folded[i + 1] : '\0';
            var (letter, length) = (folded[i], next) switch
            {
                ('c', 'h') => ('x', 2),
                ('s', 'h') => ('x', 2),
                ('p', 'h') => ('f', 2),
                ('l', 'l') => ('y', 2),
                ('h', _) => ('\0', 1),
                ('q', 'u') => ('k', 2),
                ('q', _) => ('k', 1),
                ('c', 'e' or 'i') => ('s', 1),
                ('c', _) => ('k', 1),
                ('z' or 'x', _) => ('s', 1),
                ('v', _) => ('b', 1),
                ('g', 'e' or 'i') => ('j', 1),
                ('g', 'u') when i + 2 < folded.Length && folded[i + 2] is 'e' or 'i' => ('g', 2),
                ('n', 'b' or 'p' or 'v') => ('m', 1),
                ('y', '\0') => ('i', 1),
                ('w', _) => ('u', 1),
                (var other, _) => (other, 1),
            };
            i += length - 1;
            if (letter != '\0' && (sound.Length == 0 || sound[^1] != letter))
            {
                sound.Append(letter);
            }
        }

        return sound.ToString();
    }
}
