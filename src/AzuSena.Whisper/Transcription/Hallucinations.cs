using System.Globalization;
using System.Text;

namespace AzuSena.Whisper.Transcription;

/// <summary>
/// Sentences that Whisper is known to generate without speech, because the subtitles in its training data end with them: <c>hallucinations.txt</c>.
/// </summary>
internal static class Hallucinations
{
    // The maximum speaking rate, in characters per second.
    private const double FastestLetters = 25;
    private const double LeastCertainty = 0.7;
    private const double LeastLogProbability = -0.9;

    private static readonly Lazy<(HashSet<string> Whole, string[] Beginnings)> Known = new(Read);

    /// <summary>Whether a text is one of them, ignoring accents, case and punctuation.</summary>
    public static bool IsKnown(string text)
    {
        var plain = Plain(text);
        return plain.Length == 0
            || Known.Value.Whole.Contains(plain)
            || Known.Value.Beginnings.Any(beginning => plain.StartsWith(beginning, StringComparison.Ordinal));
    }

    /// <summary>Whether a text is a hallucination: it is a known one, and the sound does not support it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="spoken">The duration of speech in its segment.</param>
    /// <param name="certainty">The probability of that speech, 0 to 1.</param>
    /// <param name="logProbability">The average log-probability of its tokens.</param>
    /// <param name="noSpeech">The model's probability of no speech.</param>
    public static bool IsMadeUp(string text, TimeSpan spoken, double certainty, double logProbability, double noSpeech) =>
        IsKnown(text)
        && (spoken.TotalSeconds < text.Length / FastestLetters
            || certainty < LeastCertainty
            || logProbability < LeastLogProbability
            || noSpeech > 0.5);

    private static (HashSet<string> Whole, string[] Beginnings) Read()
    {
        using var reader = new StreamReader(typeof(Hallucinations).Assembly.GetManifestResourceStream("AzuSena.Whisper.Transcription.hallucinations.txt")!);
        var lines = reader.ReadToEnd()
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line[0] != '#')
            .ToArray();
        return (lines.Where(line => line[^1] != '*').Select(Plain).ToHashSet(), [.. lines.Where(line => line[^1] == '*').Select(Plain)]);
    }

    private static string Plain(string text)
    {
        var result = new StringBuilder();
        foreach (var letter in text.Normalize(NormalizationForm.FormD)
            .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark))
        {
            if (char.IsLetterOrDigit(letter))
            {
                result.Append(char.ToLowerInvariant(letter));
            }
            else if (result.Length > 0 && result[^1] != ' ')
            {
                result.Append(' ');
            }
        }

        return result.ToString().TrimEnd();
    }
}
