using System.Text.RegularExpressions;

namespace AzuSena.Spanish;

/// <summary>
/// Matches of patterns that consume what must stand behind them. Without backtracking there is no looking ahead, so a pattern that wants "no digit behind"
/// matches the character behind as well, and the search goes on before it.
/// </summary>
public static class PatternMatches
{
    /// <summary>The matches, in order.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="text">The text.</param>
    /// <param name="end">Where what is meant by a match ends; it must be behind the match's start.</param>
    public static IEnumerable<Match> MatchesUpTo(this Regex pattern, string text, Func<Match, int> end)
    {
        text = WithoutFinalLineBreak(text);
        for (var match = pattern.Match(text); match.Success; match = pattern.Match(text, Math.Max(match.Index + 1, end(match))))
        {
            yield return match;
        }
    }

    // .NET 10 forgets the groups of a match without backtracking that takes the line break at the very end of a text, where the pattern has an anchor of the end.
    private static string WithoutFinalLineBreak(string text) => text.EndsWith('\n') ? string.Concat(text.AsSpan(0, text.Length - 1), " ") : text;

    /// <summary>The stretches that the group <c>it</c> takes, in order; what else the pattern matches is only what must stand around them.</summary>
    public static List<Group> Inner(this Regex pattern, string text) =>
        [.. pattern.MatchesUpTo(text, match => match.Groups["it"] is var it ? it.Index + it.Length : 0).Select(match => match.Groups["it"])];
}
