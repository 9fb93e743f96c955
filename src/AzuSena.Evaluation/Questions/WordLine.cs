using System.Text;
using AzuSena.Spanish;

namespace AzuSena.Evaluation.Questions;

/// <summary>
/// Text as a line of its folded words, so that a wording is found regardless of its case, accents, marks and line ends: "1.300" is "1300", "50 %" and "50 por
/// ciento" are the same, and "2" is not found in "2025".
/// </summary>
internal static class WordLine
{
    /// <summary>The words of <paramref name="text"/>, each enclosed in spaces; without the numbers of citations.</summary>
    public static string Of(string text)
    {
        var plain = Ungrouped(AnswerText.WithoutCitations(text));
        plain = plain.Replace("%", " por ciento ", StringComparison.Ordinal);
        return $" {string.Join(' ', SpanishAnalyzer.Words(plain).Select(range => SpanishAnalyzer.Fold(plain.AsSpan()[range])))} ";
    }

    /// <summary>Whether <paramref name="line"/> contains the words of <paramref name="wording"/> in sequence.</summary>
    public static bool Holds(string line, string wording) => Of(wording) is { Length: > 2 } words && line.Contains(words, StringComparison.Ordinal);

    // Removes a dot or space between a digit and a group of three.
    private static string Ungrouped(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (!(text[i] is '.' or '\u00A0' or '\u202F' && IsDigit(i - 1) && IsDigit(i + 1) && IsDigit(i + 2) && IsDigit(i + 3) && !IsDigit(i + 4)))
            {
                plain.Append(text[i]);
            }
        }

        return plain.ToString();

        bool IsDigit(int at) => at >= 0 && at < text.Length && char.IsDigit(text[at]);
    }
}
