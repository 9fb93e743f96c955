using System.Text.RegularExpressions;
using AzuSena.Spanish;

namespace AzuSena.Answering.Readings;

/// <summary>Puts English questions into words that Apertium translates well (<c>english-phrases.txt</c>).</summary>
internal static class EnglishPhrases
{
    private static readonly Dictionary<string, string> Plain =
        NamedLines.Read(typeof(EnglishPhrases), "english-phrases.txt").ToDictionary(line => line.Name, line => line.Value, StringComparer.OrdinalIgnoreCase);

    // The longest of those that begin alike.
    private static readonly Regex Phrase = new(
        $@"\b({string.Join('|', Plain.Keys.OrderByDescending(phrase => phrase.Length).Select(Regex.Escape))})\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(1));

    /// <summary>The question in those words.</summary>
    public static string Simplify(string question) => Phrase.Replace(question, match => Plain[match.Value]);
}
