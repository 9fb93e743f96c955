using AzuSena.Spanish;

namespace AzuSena.Answering.Evidence;

/// <summary>The parts of a question that passages are compared with.</summary>
internal static class QuestionFeatures
{
    private const int GramLength = 4;

    /// <summary>The largest share of the wanted items that one passage contains; 0 if none are wanted.</summary>
    public static double Coverage<T>(HashSet<T> wanted, IEnumerable<HashSet<T>> passages) =>
        wanted.Count == 0 ? 0 : passages.Max(passage => Share(wanted, passage));

    /// <summary>The share of the wanted items that are contained.</summary>
    public static double Share<T>(HashSet<T> wanted, HashSet<T> held) => (double)wanted.Count(held.Contains) / wanted.Count;

    /// <summary>Pairs of adjacent stems.</summary>
    public static HashSet<(string First, string Second)> Pairs(IReadOnlyList<string> stems) => stems.Zip(stems.Skip(1)).ToHashSet();

    /// <summary>Character 4-grams, including the spaces between stems.</summary>
    public static HashSet<string> Grams(IReadOnlyList<string> stems)
    {
        var text = $" {string.Join(' ', stems)} ";
        return Enumerable.Range(0, Math.Max(0, text.Length - GramLength + 1)).Select(i => text.Substring(i, GramLength)).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Stems of capitalised words, except the first, which is always capitalised.</summary>
    public static HashSet<string> Names(string question) => SpanishAnalyzer.Analyze(question)
        .Where(term => term.Start > FirstLetter(question) && char.IsUpper(question[term.Start]))
        .Select(term => term.Stem)
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>The numbers of the question.</summary>
    public static HashSet<string> Numbers(string question) =>
        SpanishAnalyzer.Analyze(question).Where(term => char.IsDigit(term.Word[0])).Select(term => term.Stem).ToHashSet(StringComparer.Ordinal);

    private static int FirstLetter(string text) => text.TakeWhile(c => !char.IsLetter(c)).Count();
}
