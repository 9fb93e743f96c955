using AzuSena.Spanish;

namespace AzuSena.Courtesies;

/// <summary>Recognises a greeting, thanks, a farewell or "¿quién eres?" that is the whole text, and replies to it.</summary>
public static class SmallTalk
{
    private const string Filler = "Filler";
    private static readonly (string Reply, string[] Words)[] Phrases = ReadPhrases();

    /// <summary>The reply, or null if the text contains anything else, such as a question after the greeting.</summary>
    public static string? ReplyTo(string text)
    {
        var words = SpanishAnalyzer.Words(text).ConvertAll(range => SpanishAnalyzer.Fold(text.AsSpan()[range]));
        var found = -1;
        for (var at = 0; at < words.Count;)
        {
            var match = LongestMatch(words, at);
            if (match < 0)
            {
                return null;
            }

            found = Math.Max(found, Phrases[match].Reply == Filler ? -1 : match);
            at += Phrases[match].Words.Length;
        }

        return found < 0 ? null : CourtesyTexts.Get(Phrases[found].Reply);
    }

    private static int LongestMatch(List<string> words, int at)
    {
        var best = -1;
        for (var i = 0; i < Phrases.Length; i++)
        {
            var phrase = Phrases[i].Words;
            if (words.Skip(at).Take(phrase.Length).SequenceEqual(phrase, StringComparer.Ordinal) && (best < 0 || phrase.Length > Phrases[best].Words.Length))
            {
                best = i;
            }
        }

        return best;
    }

    private static (string Reply, string[] Words)[] ReadPhrases() => [.. NamedLines.Read(typeof(SmallTalk), "phrases.txt")
        .SelectMany(group => group.Value.Split('|', StringSplitOptions.TrimEntries).Select(phrase => (group.Name, phrase.Split(' '))))];
}
