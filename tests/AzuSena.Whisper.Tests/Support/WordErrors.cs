using System.Text.RegularExpressions;

namespace AzuSena.Whisper.Support;

/// <summary>Counts wrong words, in lower case and without punctuation.</summary>
internal static partial class WordErrors
{
    public static string[] Words(string text) => [.. Word().Matches(text.ToLowerInvariant().Normalize()).Select(match => match.Value)];

    /// <summary>The fewest words to put in, leave out or change.</summary>
    public static int Count(string[] expected, string[] actual)
    {
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

    [GeneratedRegex(@"[\p{L}\p{N}]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
