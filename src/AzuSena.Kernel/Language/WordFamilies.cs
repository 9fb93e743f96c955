using System.Collections.Frozen;

namespace AzuSena.Language;

/// <summary>
/// Words that are one term though their stems differ (<c>word-families.txt</c>): irregular forms, verbs and their nouns, and what people in Colombia call what
/// documents call otherwise. They are one in passages as in questions, as inflections of one word are.
/// </summary>
internal static class WordFamilies
{
    private static readonly FrozenDictionary<string, string> Standard = Read();

    /// <summary>The stem that stands for a stem's family: itself where it has none.</summary>
    public static string StandardOf(string stem) => Standard.GetValueOrDefault(stem, stem);

    private static FrozenDictionary<string, string> Read()
    {
        using var stream = typeof(WordFamilies).Assembly.GetManifestResourceStream("AzuSena.Language.word-families.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd()
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line[0] != '#')
            .Select(line => line.Split(':', 2))
            .SelectMany(line => line[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => (From: Stem(word), To: Stem(line[0]))))
            .Where(pair => pair.From != pair.To)
            .DistinctBy(pair => pair.From, StringComparer.Ordinal)
            .ToFrozenDictionary(pair => pair.From, pair => pair.To, StringComparer.Ordinal);
    }

    private static string Stem(string word) => SpanishAnalyzer.Snowball(SpanishAnalyzer.Fold(word.Trim()));
}
