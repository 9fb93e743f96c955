using System.Text.RegularExpressions;
using AzuSena.Language;

namespace AzuSena.Evaluation;

/// <summary>
/// Text as a line of its folded words, so that a wording is found whatever its case, accents, marks and line ends: "1.300" is "1300", "50 %" and "50 por
/// ciento" are the same, and "2" is not found in "2025".
/// </summary>
internal static partial class WordLine
{
    /// <summary>The words of <paramref name="text"/>, a space around each; without the numbers of citations.</summary>
    public static string Of(string text)
    {
        var plain = Grouped().Replace(CitationMark().Replace(text, " "), "");
        plain = plain.Replace("%", " por ciento ", StringComparison.Ordinal);
        return $" {string.Join(' ', SpanishAnalyzer.Words(plain).Select(range => SpanishAnalyzer.Fold(plain.AsSpan()[range])))} ";
    }

    /// <summary>Whether <paramref name="line"/> holds the words of <paramref name="wording"/> side by side.</summary>
    public static bool Holds(string line, string wording) => Of(wording) is { Length: > 2 } words && line.Contains(words, StringComparison.Ordinal);

    [GeneratedRegex(@"\[\d{1,3}\]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CitationMark();

    // A dot or space between a digit and a group of three.
    [GeneratedRegex(@"(?<=\d)[.\u00A0\u202F](?=\d{3}(?!\d))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Grouped();
}
