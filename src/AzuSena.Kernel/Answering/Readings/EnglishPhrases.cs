using System.Text.RegularExpressions;
using AzuSena.Spanish;

namespace AzuSena.Answering.Readings;

/// <summary>Rephrases English questions so that Apertium translates them well (<c>english-phrases.txt</c>).</summary>
internal static class EnglishPhrases
{
    private static readonly Dictionary<string, string> Plain =
        NamedLines.Read(typeof(EnglishPhrases), "english-phrases.txt").ToDictionary(line => line.Name, line => line.Value, StringComparer.OrdinalIgnoreCase);

    // Longest first, so that a phrase takes precedence over its own beginning.
    private static readonly Regex Phrase = new(
        $@"\b({string.Join('|', Plain.Keys.OrderByDescending(phrase => phrase.Length).Select(Regex.Escape))})\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(1));

    /// <summary>The rephrased question.</summary>
    public static string Simplify(string question) => Phrase.Replace(question, match => Plain[match.Value]);
}
