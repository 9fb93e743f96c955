using System.Text.RegularExpressions;

namespace AzuSena.Voice.Speaking;

/// <summary>What the file <c>spoken.txt</c> says of abbreviations, units and names: a line each, as written and as said.</summary>
internal static class SpokenLexicon
{
    private static readonly Lazy<List<(Regex Written, string Said)>> Entries = new(Read);

    /// <summary>Puts what is said in the place of what is written.</summary>
    public static string Expand(string text) => Entries.Value.Aggregate(text, (said, entry) => entry.Written.Replace(said, entry.Said));

    // A word stands alone; what begins with a digit sign (#5 stands for any number) follows a number: "#h".
    private static List<(Regex Written, string Said)> Read()
    {
        using var stream = typeof(SpokenLexicon).Assembly.GetManifestResourceStream("AzuSena.Voice.Speaking.spoken.txt")!;
        using var reader = new StreamReader(stream);
        return [.. Lines(reader).Select(line => line.Split('\t')).Select(pair => (Pattern(pair[0]), pair[1]))];
    }

    private static IEnumerable<string> Lines(StreamReader reader)
    {
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal))
            {
                yield return line;
            }
        }
    }

    private static Regex Pattern(string written)
    {
        var afterNumber = written[0] == '#';
        var word = afterNumber ? written[1..] : written;
        var start = afterNumber ? @"(?<=\d)\s*" : @"(?<![\p{L}\d])";
        var end = char.IsLetter(word[^1]) ? @"(?![\p{L}\d])" : "";
        return new Regex(start + Regex.Escape(word).Replace(@"\ ", @"\s?", StringComparison.Ordinal) + end, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    }
}
