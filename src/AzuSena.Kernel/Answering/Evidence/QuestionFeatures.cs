using System.Buffers;
using System.Text.RegularExpressions;
using AzuSena.Spanish;

namespace AzuSena.Answering.Evidence;

/// <summary>The parts of a question that passages are compared with.</summary>
internal static partial class QuestionFeatures
{
    private const int GramLength = 4;

    // After these a capital begins a sentence.
    private static readonly SearchValues<char> Openings = SearchValues.Create(".?!¿¡:(«\"");

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

    /// <summary>
    /// The full names: runs of capitalised words with the small words between them ("Cámara de Comercio"), each as its stems, except where a sentence begins.
    /// </summary>
    public static List<string[]> FullNames(string question)
    {
        var (names, name, end) = (new List<string[]>(), new List<string>(), 0);
        foreach (var term in SpanishAnalyzer.Analyze(question))
        {
            var isName = char.IsUpper(question[term.Start]) && question.AsSpan(0, term.Start).TrimEnd() is [.., var before] && !Openings.Contains(before);
            if (name.Count > 0 && !(isName && Joins(question.AsSpan(end..term.Start))))
            {
                names.Add([.. name]);
                name.Clear();
            }

            if (isName)
            {
                name.Add(term.Stem);
                end = term.Start + term.Length;
            }
        }

        return name.Count > 0 ? [.. names, [.. name]] : names;
    }

    /// <summary>Whether the question holds a number as people and groups have them: of six digits or more that is no amount.</summary>
    public static bool HasPersonalNumber(string question) => PersonalNumber().IsMatch(question);

    /// <summary>The years of the question, as stems.</summary>
    public static IEnumerable<string> Years(string question) => Numbers(question).Where(number => number.Length == 4 && number[..2] is "19" or "20");

    /// <summary>The numbers of the question.</summary>
    public static HashSet<string> Numbers(string question) =>
        SpanishAnalyzer.Analyze(question).Where(term => char.IsDigit(term.Word[0])).Select(term => term.Stem).ToHashSet(StringComparer.Ordinal);

    private static bool Joins(ReadOnlySpan<char> between)
    {
        foreach (var range in between.Split(' '))
        {
            if (between[range] is not ("" or "de" or "del" or "la" or "las" or "los" or "el" or "y" or "e"))
            {
                return false;
            }
        }

        return true;
    }

    private static int FirstLetter(string text) => text.TakeWhile(c => !char.IsLetter(c)).Count();

    [GeneratedRegex(
        @"\b(c[ée]dula|documento|tarjeta|ficha|c\.?c\.?|t\.?i\.?|n[úu]mero|radicado)\b\D{0,20}(\d{6,}|\d{1,3}(\.\d{3}){1,3})\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex PersonalNumber();
}
