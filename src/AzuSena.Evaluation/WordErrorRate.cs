using System.Text.RegularExpressions;

namespace AzuSena.Evaluation;

/// <summary>Wrong words of a transcript divided by spoken words; in lower case and without punctuation.</summary>
public static partial class WordErrorRate
{
    /// <summary>The words of a text.</summary>
    public static string[] Words(string text) => [.. Word().Matches(text.ToLowerInvariant().Normalize()).Select(match => match.Value)];

    /// <summary>The fewest words to insert, delete or change (Levenshtein).</summary>
    public static int Errors(string said, string heard)
    {
        var (expected, actual) = (Words(said), Words(heard));
        var previous = Enumerable.Range(0, actual.Length + 1).ToArray();
        for (var row = 1; row <= expected.Length; row++)
        {
            var current = new int[actual.Length + 1];
            current[0] = row;
            for (var column = 1; column <= actual.Length; column++)
            {
                current[column] = Math.Min(
                    Math.Min(previous[column], current[column - 1]) + 1, previous[column - 1] + (expected[row - 1] == actual[column - 1] ? 0 : 1));
            }

            previous = current;
        }

        return previous[^1];
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+", RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
