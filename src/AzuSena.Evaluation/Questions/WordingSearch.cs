using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace AzuSena.Evaluation.Questions;

/// <summary>Looks for the wordings of a question in a text: by their words, or as regular expressions over the text without case and accents.</summary>
internal sealed class WordingSearch(string text, bool arePatterns)
{
    private readonly string _folded = arePatterns ? WithoutMarks(text) : WordLine.Of(text);

    /// <summary>Whether the text holds a wording.</summary>
    public bool Holds(string wording) => arePatterns
        ? Regex.IsMatch(_folded, WithoutMarks(wording), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)
        : WordLine.Holds(_folded, wording);

    // Letters keep their case: in a pattern it tells \s from \S.
    private static string WithoutMarks(string text) => string.Concat(text
        .Normalize(NormalizationForm.FormD)
        .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark));
}
