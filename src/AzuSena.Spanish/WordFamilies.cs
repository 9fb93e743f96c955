using System.Collections.Frozen;

namespace AzuSena.Spanish;

/// <summary>
/// Words that are one term although their stems differ (<c>word-families.txt</c>): irregular forms, verbs and their nouns, and Colombian everyday words for the
/// documents' terms. They are equivalent in passages and questions, like inflections of a word.
/// </summary>
internal static class WordFamilies
{
    private static readonly FrozenDictionary<string, string> Standard = Read();

    /// <summary>The representative stem of a stem's family; the stem itself if it has none.</summary>
    public static string StandardOf(string stem) => Standard.GetValueOrDefault(stem, stem);

    private static FrozenDictionary<string, string> Read() => NamedLines.Read(typeof(WordFamilies), "word-families.txt")
        .SelectMany(line => line.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => (From: Stem(word), To: Stem(line.Name))))
        .Where(pair => pair.From != pair.To)
        .DistinctBy(pair => pair.From, StringComparer.Ordinal)
        .ToFrozenDictionary(pair => pair.From, pair => pair.To, StringComparer.Ordinal);

    private static string Stem(string word) => SpanishAnalyzer.Snowball(SpanishAnalyzer.Fold(word));
}
