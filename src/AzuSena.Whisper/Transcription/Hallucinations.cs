using System.Globalization;
using System.Text;

namespace AzuSena.Whisper.Transcription;

/// <summary>
/// Sentences that Whisper is known to write where nobody speaks, because the subtitles that it learned from end with them: <c>hallucinations.txt</c>.
/// </summary>
internal static class Hallucinations
{
    // Nobody says more letters in a second.
    private const double FastestLetters = 25;
    private const double LeastCertainty = 0.7;
    private const double LeastLogProbability = -0.9;

    private static readonly Lazy<(HashSet<string> Whole, string[] Beginnings)> Known = new(Read);

    /// <summary>Whether a text is one of them, whatever its accents, capitals and signs.</summary>
    public static bool IsKnown(string text)
    {
        var plain = Plain(text);
        return plain.Length == 0 || Known.Value.Whole.Contains(plain) || Known.Value.Beginnings.Any(beginning => plain.StartsWith(beginning, StringComparison.Ordinal));
    }

    /// <summary>Whether a text was made up: it is a known one, and what was heard does not bear it out.</summary>
    /// <param name="text">The text.</param>
    /// <param name="spoken">How long somebody speaks where it was written.</param>
    /// <param name="certainty">How sure that is, 0 to 1.</param>
    /// <param name="logProbability">How likely the model finds its tokens.</param>
    /// <param name="noSpeech">How likely it finds that nobody speaks.</param>
    public static bool IsMadeUp(string text, TimeSpan spoken, double certainty, double logProbability, double noSpeech) =>
        IsKnown(text) && (spoken.TotalSeconds < text.Length / FastestLetters || certainty < LeastCertainty || logProbability < LeastLogProbability || noSpeech > 0.5);

    private static (HashSet<string> Whole, string[] Beginnings) Read()
    {
        using var reader = new StreamReader(typeof(Hallucinations).Assembly.GetManifestResourceStream("AzuSena.Whisper.Transcription.hallucinations.txt")!);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#').ToArray();
        return (lines.Where(line => line[^1] != '*').Select(Plain).ToHashSet(), [.. lines.Where(line => line[^1] == '*').Select(Plain)]);
    }

    private static string Plain(string text)
    {
        var result = new StringBuilder();
        foreach (var letter in text.Normalize(NormalizationForm.FormD).Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark))
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
