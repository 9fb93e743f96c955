using System.Text;

namespace AzuSena.Voice.Speaking;

/// <summary>The spoken forms of abbreviations, units and names in the file <c>spoken.txt</c>: one per line, written and spoken.</summary>
internal static class SpokenLexicon
{
    private static readonly Lazy<List<SpokenEntry>> Entries = new(Read);

    /// <summary>Replaces written forms by spoken ones.</summary>
    public static string Expand(string text) => Entries.Value.Aggregate(text, (said, entry) => entry.Expand(said));

    // An entry is a whole word; one that begins with # (which stands for any number) follows a number: "#h".
    private static List<SpokenEntry> Read()
    {
        using var stream = typeof(SpokenLexicon).Assembly.GetManifestResourceStream("AzuSena.Voice.Speaking.spoken.txt")!;
        using var reader = new StreamReader(stream);
        return [.. Lines(reader).Select(line => line.Split('\t')).Select(pair => new SpokenEntry(pair[0].TrimStart('#'), pair[1], pair[0][0] == '#'))];
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
}

/// <summary>A line of the file: the written form, in which each space is optional.</summary>
/// <param name="Written">The written form.</param>
/// <param name="Said">The spoken form.</param>
/// <param name="IsAfterNumber">Whether it follows a number, and includes the space between them.</param>
internal sealed record SpokenEntry(string Written, string Said, bool IsAfterNumber)
{
    /// <summary>Replaces written forms by spoken ones, in one pass.</summary>
    public string Expand(string text)
    {
        StringBuilder? said = null;
        var kept = 0;
        for (var at = text.IndexOf(Written[0], StringComparison.Ordinal); at >= 0;)
        {
            var next = at + 1;
            if (EndAt(text, at) is > 0 and var end && StartOf(text, at, kept) is >= 0 and var start)
            {
                said ??= new StringBuilder(text.Length);
                said.Append(text, kept, start - kept).Append(Said);
                (kept, next) = (end, end);
            }

            at = next < text.Length ? text.IndexOf(Written[0], next) : -1;
        }

        return said is null ? text : said.Append(text, kept, text.Length - kept).ToString();
    }

    private int EndAt(string text, int at)
    {
        foreach (var c in Written)
        {
            if (c == ' ')
            {
                at += at < text.Length && char.IsWhiteSpace(text[at]) ? 1 : 0;
            }
            else if (at < text.Length && text[at] == c)
            {
                at++;
            }
            else
            {
                return -1;
            }
        }

        return char.IsLetter(Written[^1]) && at < text.Length && char.IsLetterOrDigit(text[at]) ? -1 : at;
    }

    private int StartOf(string text, int at, int kept)
    {
        if (!IsAfterNumber)
        {
            return at > 0 && char.IsLetterOrDigit(text[at - 1]) ? -1 : at;
        }

        while (at > kept && char.IsWhiteSpace(text[at - 1]))
        {
            at--;
        }

        return at > 0 && char.IsDigit(text[at - 1]) ? at : -1;
    }
}
