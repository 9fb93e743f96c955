using System.Text.RegularExpressions;

namespace AzuSena.Questions;

/// <summary>Removes markup and code from a question, which are pasted or meant as an instruction.</summary>
internal static partial class QuestionMarkup
{
    /// <summary>The text with a sentence's end in place of each element; emphasis is removed without one.</summary>
    public static string Remove(string text) => text.Contains('<') || text.Contains('`')
        ? Element().Replace(Emphasis().Replace(Code().Replace(text, " . "), ""), " . ")
        : text;

    [GeneratedRegex(@"<(?:script|style)\b[^<>]*>[^<]*</(?:script|style)>|```[^`]*```",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Code();

    [GeneratedRegex("</?(?:b|i|u|a|em|strong|span|mark|small)(?: [^<>]*)?>",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Emphasis();

    [GeneratedRegex("<[^<>]+>", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Element();
}
