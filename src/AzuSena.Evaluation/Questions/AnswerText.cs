using System.Text.RegularExpressions;

namespace AzuSena.Evaluation.Questions;

/// <summary>An answer's text as it is read: without citation marks and Markdown, its white space collapsed.</summary>
internal static partial class AnswerText
{
    /// <summary>The length of the beginning that must hold what was asked, in UTF-16 units: what a phone shows before anybody scrolls.</summary>
    public const int StartLength = 320;

    /// <summary>The text without marks.</summary>
    public static string Plain(string response) =>
        Space().Replace(MarkdownMark().Replace(WithoutCitations(response), ""), " ").Trim();

    /// <summary>The text without citation marks such as <c>[1]</c> and <c>[1, 2]</c>.</summary>
    public static string WithoutCitations(string response) => CitationMark().Replace(response, " ");

    /// <summary>The first <see cref="StartLength"/> of a plain text. A word that is cut there is left out, so that "2025" does not count as "20".</summary>
    public static string Start(string plain) => plain.Length <= StartLength ? plain
        : char.IsWhiteSpace(plain[StartLength]) ? plain[..StartLength]
        : plain[..(plain.LastIndexOf(' ', StartLength - 1) is > 0 and var end ? end : StartLength)];

    /// <summary>How many words a plain text has; a lone dash or bar is none.</summary>
    public static int Words(string plain) => plain.Split(' ').Count(word => word.Any(char.IsLetterOrDigit));

    [GeneratedRegex(@"\[\d{1,3}(?:\s*,\s*\d{1,3})*\]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex CitationMark();

    [GeneratedRegex(@"[*_`#]+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex MarkdownMark();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Space();
}
