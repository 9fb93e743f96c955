using AzuSena.Language;
using AzuSena.Memory;

namespace AzuSena.Corpus;

/// <summary>
/// Cuts a document into passages of 120 to 350 words along its headings. Small sections join the next ones, large ones are cut between
/// lines or sentences, and no sentence is cut unless it is thousands of words long. A passage that joins sections stands under the first
/// one's headings and holds the later ones as lines <c>## …</c>.
/// </summary>
public static class Chunker
{
    /// <summary>Changes whenever the same document would be cut differently, so that a stored index knows it is of another cut.</summary>
    public const string Version = "chunks-3";

    /// <summary>A passage under this many words joins its neighbour.</summary>
    public const int MinWords = 120;

    /// <summary>A passage over this many words is cut, unless it is one sentence.</summary>
    public const int MaxWords = 350;

    /// <summary>A row of a table is one passage up to this many words.</summary>
    public const int MaxRowWords = 3000;

    /// <summary>The passages of <paramref name="document"/>, in its order.</summary>
    public static List<Passage> Cut(CorpusDocument document)
    {
        var chunks = new List<Chunk>();
        foreach (var section in document.Sections)
        {
            var pieces = Pieces(section.Lines, section.Locator?.Row is null ? MaxWords : MaxRowWords).Select(lines => new Chunk(section.HeadingPath, lines, section.Locator));
            foreach (var piece in pieces)
            {
                if (chunks.LastOrDefault() is { } last && last.CanJoin(piece) && last.Join(piece) is { Words: <= MaxWords } joined)
                {
                    chunks[^1] = joined;
                }
                else
                {
                    chunks.Add(piece);
                }
            }
        }

        return chunks.Select((chunk, position) =>
        {
            var text = string.Join('\n', chunk.Lines);
            return new Passage(PassageId.Of(document.Info.Path, position, text), document.Info, chunk.HeadingPath, position, text, chunk.Locator);
        }).ToList();
    }

    /// <summary>How many words a text has, as passages count them.</summary>
    public static int CountWords(string text) => SpanishAnalyzer.Words(text).Count;

    // Pieces of about equal length, each within the limit where its sentences allow it.
    private static IEnumerable<List<string>> Pieces(IReadOnlyList<string> lines, int maxWords)
    {
        var words = lines.Sum(CountWords);
        if (words <= maxWords)
        {
            yield return [.. lines];
            yield break;
        }

        var parts = (int)Math.Ceiling(words / (double)maxWords);
        var target = words / parts;
        var piece = new List<string>();
        var size = 0;
        foreach (var line in lines.SelectMany(BySentence))
        {
            var added = CountWords(line.Text);
            if (size > 0 && (size >= target || size + added > maxWords))
            {
                yield return piece;
                piece = [];
                size = 0;
            }

            if (line.Continues && piece.Count > 0)
            {
                piece[^1] += " " + line.Text;
            }
            else
            {
                piece.Add(line.Text);
            }

            size += added;
        }

        yield return piece;
    }

    private static IEnumerable<(string Text, bool Continues)> BySentence(string line) =>
        SentenceSplitter.Split(line).SelectMany(range => Bounded(line[range])).Select((text, i) => (text, i > 0));

    // What goes on for thousands of words without an end is data, not a sentence.
    private static IEnumerable<string> Bounded(string sentence) => SpanishAnalyzer.Words(sentence) is { Count: > MaxRowWords } words
        ? words.Chunk(MaxRowWords).Select(part => sentence[part[0].Start..part[^1].End])
        : [sentence];

    private sealed record Chunk(IReadOnlyList<string> HeadingPath, IReadOnlyList<string> Lines, Locator? Locator)
    {
        public int Words { get; } = Lines.Sum(CountWords);

        private IReadOnlyList<string> LastHeadingPath { get; init; } = HeadingPath;

        public bool CanJoin(Chunk next) =>
            (Words < MinWords || next.Words < MinWords) && AzuSena.Memory.Locator.CanJoin(Locator, next.Locator);

        public Chunk Join(Chunk next)
        {
            var heading = next.HeadingPath.SequenceEqual(LastHeadingPath, StringComparer.Ordinal) || next.HeadingPath.Count == 0
                ? Array.Empty<string>()
                : [PassageText.HeadingMark + next.HeadingPath[^1]];
            return new Chunk(HeadingPath, [.. Lines, .. heading, .. next.Lines], Locator?.To(next.Locator)) { LastHeadingPath = next.LastHeadingPath };
        }
    }
}
