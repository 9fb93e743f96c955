using System.Text;
using System.Text.RegularExpressions;
using AzuSena.Passages;
using AzuSena.Spanish.Legal;

namespace AzuSena.Memory.Corpus.Formats;

/// <summary>Text without markup.</summary>
internal sealed partial class PlainTextFormat : IDocumentFormat
{
    // Lines of fewer characters are not cut by the width of an editor.
    private const int MinWidth = 40;
    private const int Slack = 2;

    public IReadOnlyList<string> Extensions => [".txt"];

    public long MaxBytes => SizeLimits.Text;

    public CorpusDocument Read(DocumentSource source)
    {
        var sections = new SectionBuilder(source.CancellationToken);
        foreach (var paragraph in TextDecoder.Decode(source.Content).Split("\n\n"))
        {
            foreach (var line in Lines(paragraph))
            {
                sections.Line(line);
            }
        }

        return new CorpusDocument(new DocumentInfo(source.Path, source.TitleFromPath), sections.Build(title: null));
    }

    // A line that reaches the width of the others goes on in the next, unless that starts an article or an item; a shorter one is a line of its own.
    private static IEnumerable<string> Lines(string paragraph)
    {
        var lines = paragraph.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line)).ToList();
        var width = lines.Count == 0 ? 0 : lines.Max(line => line.TrimEnd().Length);
        var text = new StringBuilder();
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i].Trim();
            var goesOn = text.Length > 0 && !Starts(line) && lines[i - 1].TrimEnd() is var last && IsFull(last, line, width)
                && last[^1] is not (':' or ';') && LegalText.LawOpened(last.Trim()) is null;
            if (text.Length > 0 && !goesOn)
            {
                yield return text.ToString();
                text.Clear();
            }

            text.Append(text.Length > 0 ? " " : "").Append(line);
        }

        if (text.Length > 0)
        {
            yield return text.ToString();
        }
    }

    // The next word would not have fitted, or the line breaks off within a sentence.
    private static bool IsFull(string line, string next, int width) =>
        line.Length + 1 + next.Split(' ')[0].Length > width - Slack && line.Length >= MinWidth
        || (char.IsLower(next[0]) && line[^1] is not ('.' or '!' or '?'));

    private static bool Starts(string line) =>
        LegalText.ArticleOpened(line) is not null || LegalText.PartOpened(line) is not null || LegalText.LawOpened(line) is not null
        || PassageText.IsItem(line) || line is ['•' or '*' or '–' or '·', ' ', ..] || Lettered().IsMatch(line);

    [GeneratedRegex(@"^(?:\p{L}|[ivx]{1,4})[.)]\s|^Par[áa]grafo\b|^PAR[ÁA]GRAFO\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Lettered();
}
