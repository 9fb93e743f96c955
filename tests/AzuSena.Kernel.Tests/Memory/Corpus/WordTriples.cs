using System.Text;
using System.Text.RegularExpressions;
using AzuSena.Spanish;

namespace AzuSena.Tests.Memory.Corpus;

/// <summary>How much of a text stands in another in the same order: the share of its runs of three words.</summary>
internal static partial class WordTriples
{
    /// <summary>The share of the triples of <paramref name="expected"/> that stand in <paramref name="actual"/>, each as often as it does there.</summary>
    public static double Share(string expected, string actual)
    {
        var left = Of(actual).CountBy(triple => triple).ToDictionary();
        var triples = Of(expected).ToList();
        var found = triples.Count(triple => left.GetValueOrDefault(triple) > 0 && left[triple]-- > 0);
        return found / (double)Math.Max(1, triples.Count);
    }

    /// <summary>The share of the words of <paramref name="expected"/> that stand in <paramref name="actual"/>.</summary>
    public static double ShareOfWords(string expected, string actual)
    {
        var left = Words(actual).CountBy(word => word).ToDictionary();
        var words = Words(expected);
        return words.Count(word => left.GetValueOrDefault(word) > 0 && left[word]-- > 0) / (double)Math.Max(1, words.Count);
    }

    private static IEnumerable<(string First, string Second, string Third)> Of(string text)
    {
        var words = Words(text);
        return words.Zip(words.Skip(1), words.Skip(2));
    }

    /// <summary>The folded words. A hyphen at the end of a line may or may not belong to one ("2005-PCM"), so none counts.</summary>
    public static List<string> Words(string text)
    {
        var plain = Hyphen().Replace(SpanishAnalyzer.Fold(text.Normalize(NormalizationForm.FormKC)), "${end}${start}");
        return SpanishAnalyzer.Words(plain).ConvertAll(range => plain[range]);
    }

    [GeneratedRegex(@"(?<end>\w)[-\u00AD]\s*(?<start>\w)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Hyphen();
}
