using System.Collections.Frozen;

namespace AzuSena.Spanish;

/// <summary>
/// Words that are one term though their stems differ (<c>word-families.txt</c>): irregular forms, verbs and their nouns, and what people in Colombia call what
/// documents call otherwise. They are one in passages as in questions, as inflections of one word are.
/// </summary>
internal static class WordFamilies
{
    private static readonly FrozenDictionary<string, string> Standard = Read();

    /// <summary>The stem that stands for a stem's family: itself where it has none.</summary>
    public static string StandardOf(string stem) => Standard.GetValueOrDefault(stem, stem);

    private static FrozenDictionary<string, string> Read() => NamedLines.Read(typeof(WordFamilies), "word-families.txt")
        .SelectMany(line => line.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => (From: Stem(word), To: Stem(line.Name))))
        .Where(pair => pair.From != pair.To)
        .DistinctBy(pair => pair.From, StringComparer.Ordinal)
        .ToFrozenDictionary(pair => pair.From, pair => pair.To, StringComparer.Ordinal);

    private static string Stem(string word) => SpanishAnalyzer.Snowball(SpanishAnalyzer.Fold(word));
}
