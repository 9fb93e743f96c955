using System.Text.RegularExpressions;

namespace AzuSena.Spanish;

/// <summary>
/// Matches patterns that consume their trailing context. Without backtracking there is no lookahead, so a pattern that requires "not followed by a digit" also
/// matches the following character, and the search resumes before it.
/// </summary>
public static class PatternMatches
{
    /// <summary>The matches, in order.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="text">The text.</param>
    /// <param name="end">The end of the relevant part of a match; it must lie after the match's start.</param>
    public static IEnumerable<Match> MatchesUpTo(this Regex pattern, string text, Func<Match, int> end)
    {
        text = WithoutFinalLineBreak(text);
        for (var match = pattern.Match(text); match.Success; match = pattern.Match(text, Math.Max(match.Index + 1, end(match))))
        {
            yield return match;
        }
    }

    // .NET 10 loses the groups of a non-backtracking match that includes the line break at the very end of a text, if the pattern has an end anchor.
    private static string WithoutFinalLineBreak(string text) => text.EndsWith('\n') ? string.Concat(text.AsSpan(0, text.Length - 1), " ") : text;

    /// <summary>The ranges of the group <c>it</c>, in order; the rest of the pattern is only required context.</summary>
    public static List<Group> Inner(this Regex pattern, string text) =>
        [.. pattern.MatchesUpTo(text, match => match.Groups["it"] is var it ? it.Index + it.Length : 0).Select(match => match.Groups["it"])];
}
