using System.Text.RegularExpressions;

namespace AzuSena.Answering.Readings;

/// <summary>Puts English questions into words that Apertium translates well (<c>english-phrases.txt</c>).</summary>
internal static class EnglishPhrases
{
    private static readonly Dictionary<string, string> Plain = Read();

    // The longest of those that begin alike.
    private static readonly Regex Phrase = new(
        $@"\b({string.Join('|', Plain.Keys.OrderByDescending(phrase => phrase.Length).Select(Regex.Escape))})\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(1));

    /// <summary>The question in those words.</summary>
    public static string Simplify(string question) => Phrase.Replace(question, match => Plain[match.Value]);

    private static Dictionary<string, string> Read()
    {
        using var stream = typeof(EnglishPhrases).Assembly.GetManifestResourceStream("AzuSena.Answering.Readings.english-phrases.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd()
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line[0] != '#')
            .Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries))
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);
    }
}
