using System.Text.RegularExpressions;

namespace AzuSena.Answering;

/// <summary>The beginning of an answer that answers by itself.</summary>
internal static partial class AnswerLead
{
    /// <summary>The lead without citation marks; null if there is no text.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="marked">The lead as its composer ended it; null if it did not say, and then it is the first block, a list with its lead-in.</param>
    public static string? Of(string text, string? marked)
    {
        var plain = WithoutMarks(marked ?? text).Trim();
        if (marked is not null || plain.Length == 0)
        {
            return plain.Length == 0 ? null : plain;
        }

        return plain.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) switch
        {
            [var leadIn, var list, ..] when leadIn.EndsWith(':') => $"{leadIn}\n\n{list}",
            [var first, ..] => first,
            _ => null,
        };
    }

    /// <summary>A text without citation marks.</summary>
    public static string WithoutMarks(string text) => Marks().Replace(text, "");

    [GeneratedRegex(@" ?\[\d+(, ?\d+)*\]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Marks();
}
