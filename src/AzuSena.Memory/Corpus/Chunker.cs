using System.Text;
using AzuSena.Passages;
using AzuSena.Spanish;

namespace AzuSena.Memory.Corpus;

/// <summary>
/// Splits a document into passages of 120 to 350 words along its headings. Small sections are merged with the next ones, large ones are split between lines or
/// sentences; a sentence is only split if it has thousands of words. A passage of merged sections has the headings of the first one and holds the later ones as
/// lines <c>## …</c>.
/// </summary>
public static class Chunker
{
    /// <summary>
    /// The version of the splitting rules. Changes whenever the same document would be split differently, so that stored passages are known to be stale.
    /// </summary>
    public const string Version = "chunks-6";

    /// <summary>A passage of fewer words is merged with its neighbour.</summary>
    public const int MinWords = 120;

    /// <summary>A passage of more words is split, unless it is a single sentence.</summary>
    public const int MaxWords = 350;

    /// <summary>A table row is one passage up to this number of words.</summary>
    public const int MaxRowWords = 3000;

    // A passage of more characters is data or has no sentence ends: base64, a line of dots.
    private const int MaxCharacters = 50_000;

    // Lines with hardly any words: a longer passage is not merged with others.
    private const int MaxJoinedLines = 500;

    /// <summary>The passages of <paramref name="document"/>, in its order.</summary>
    public static List<Passage> Cut(CorpusDocument document) => Cut(document, CancellationToken.None);

    /// <summary>The passages of <paramref name="document"/>, in its order.</summary>
    /// <exception cref="DocumentException">The document exceeds the limits.</exception>
    public static List<Passage> Cut(CorpusDocument document, CancellationToken cancellationToken)
    {
        var chunks = new List<Chunk>();
        IReadOnlyList<string> above = [];
        foreach (var section in document.Sections)
        {
            var lines = WithHeadings(section, above);
            above = section.HeadingPath;
            var pieces = Pieces(lines, section.Locator?.Row is null ? MaxWords : MaxRowWords, cancellationToken)
                .Select((lines, piece) => Chunk.Of(section, lines, isFirst: piece == 0));
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

        // The index includes the title and headings of each passage.
        var budget = new CharacterBudget();
        return chunks.Select((chunk, position) =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            var text = string.Join('\n', chunk.Lines);
            budget.Take(document.Info.Title.Length + chunk.HeadingPath.Sum(heading => heading.Length) + text.Length);
            return new Passage(PassageId.Of(document.Info.Path, position, text), document.Info, chunk.HeadingPath, position, text, chunk.Locator)
            {
                Questions = chunk.Questions,
                Sections = chunk.Sections,
            };
        }).ToList();
    }

    /// <summary>The number of words of a text, as passages count them.</summary>
    public static int CountWords(string text) => SpanishAnalyzer.Words(text).Count;

    // What is read from pages shows its headings where the page does; the name of an article already stands in its text.
    private static IReadOnlyList<string> WithHeadings(Section section, IReadOnlyList<string> above)
    {
        var headings = section.Locator?.Page is null ? []
            : section.HeadingPath
                .SkipLast(section.Locator.Rule is null ? 0 : 1)
                .Where((heading, i) => above.ElementAtOrDefault(i) != heading && section.Lines[0] != PassageText.HeadingMark + heading)
                .ToList();
        return headings.Count == 0 ? section.Lines : [.. headings.Select(heading => PassageText.HeadingMark + heading), .. section.Lines];
    }

    // Pieces of about equal length, each within the limit if its sentences allow it.
    private static IEnumerable<List<string>> Pieces(IReadOnlyList<string> lines, int maxWords, CancellationToken cancellationToken)
    {
        var words = lines.Sum(CountWords);
        if (words <= maxWords && lines.Sum(line => (long)line.Length) <= MaxCharacters)
        {
            yield return [.. lines];
            yield break;
        }

        var parts = Math.Max(1, (int)Math.Ceiling(words / (double)maxWords));
        var target = words / parts;
        var piece = new LinesOfSentences();
        foreach (var sentence in lines.SelectMany(BySentence))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var added = CountWords(sentence.Text);
            if ((piece.Words > 0 && (piece.Words >= target || piece.Words + added > maxWords))
                || (piece.Length > 0 && piece.Length + sentence.Text.Length > MaxCharacters))
            {
                yield return piece.Take();
            }

            piece.Add(sentence.Text, added, sentence.Continues);
        }

        yield return piece.Take();
    }

    private static IEnumerable<(string Text, bool Continues)> BySentence(string line) =>
        SentenceSplitter.Split(line).SelectMany(range => Bounded(line[range])).Select((text, i) => (text, i > 0));

    // Thousands of words without a sentence end are data, not a sentence.
    private static IEnumerable<string> Bounded(string sentence) => SpanishAnalyzer.Words(sentence) is { Count: > MaxRowWords } words
        ? words.Chunk(MaxRowWords).SelectMany(part => ByLength(sentence[part[0].Start..part[^1].End]))
        : ByLength(sentence);

    private static IEnumerable<string> ByLength(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = Math.Min(text.Length, start + MaxCharacters);
            end -= end < text.Length && char.IsLowSurrogate(text[end]) ? 1 : 0;
            yield return text[start..end];
            start = end;
        }
    }

    // Sentences, each on the line of the one that it continues.
    private sealed class LinesOfSentences
    {
        private readonly List<string> _lines = [];
        private readonly StringBuilder _line = new();

        public int Words { get; private set; }

        public int Length { get; private set; }

        public void Add(string sentence, int words, bool continues)
        {
            if (!continues || Length == 0)
            {
                CloseLine();
            }
            else
            {
                _line.Append(' ');
            }

            _line.Append(sentence);
            Words += words;
            Length += sentence.Length + 1;
        }

        public List<string> Take()
        {
            CloseLine();
            List<string> taken = [.. _lines];
            _lines.Clear();
            (Words, Length) = (0, 0);
            return taken;
        }

        private void CloseLine()
        {
            if (_line.Length > 0)
            {
                _lines.Add(_line.ToString());
                _line.Clear();
            }
        }
    }

    private sealed record Chunk(IReadOnlyList<string> HeadingPath, IReadOnlyList<string> Lines, Locator? Locator, int Words, int Length)
    {
        private IReadOnlyList<string> LastHeadingPath { get; init; } = HeadingPath;

        /// <summary>The questions of its sections. Of a section that was split, the first piece has them.</summary>
        public IReadOnlyList<SectionQuestions> Questions { get; private init; } = [];

        /// <summary>Where each later section starts in the text.</summary>
        public IReadOnlyList<PassageSection> Sections { get; private init; } = [];

        public static Chunk Of(Section section, IReadOnlyList<string> lines, bool isFirst) =>
            new(section.HeadingPath, lines, section.Locator, lines.Sum(CountWords), lines.Sum(line => line.Length))
            {
                Questions = isFirst && section.Questions.Count > 0
                    ? [new SectionQuestions(section.HeadingPath is [.., var last] ? last : null, section.Questions)]
                    : [],
            };

        public bool CanJoin(Chunk next) =>
            (Words < MinWords || next.Words < MinWords)
            && Lines.Count + next.Lines.Count <= MaxJoinedLines
            && Length + next.Length <= MaxCharacters
            && AzuSena.Passages.Locator.CanJoin(Locator, next.Locator);

        public Chunk Join(Chunk next)
        {
            var heading = next.HeadingPath.SequenceEqual(LastHeadingPath, StringComparer.Ordinal)
                || next.HeadingPath.Count == 0
                || PassageText.IsHeading(next.Lines[0])
                ? Array.Empty<string>()
                : [PassageText.HeadingMark + next.HeadingPath[^1]];
            return this with
            {
                Lines = [.. Lines, .. heading, .. next.Lines],
                Locator = Locator?.To(next.Locator),
                Words = Words + heading.Sum(CountWords) + next.Words,
                Length = Length + heading.Sum(line => line.Length) + next.Length,
                LastHeadingPath = next.LastHeadingPath,
                Questions = next.Questions.Count == 0 ? Questions : [.. Questions, .. next.Questions],
                Sections = next.HeadingPath.SequenceEqual(LastHeadingPath, StringComparer.Ordinal)
                    ? Sections
                    : [.. Sections, new PassageSection(Length + Lines.Count, next.HeadingPath)],
            };
        }
    }
}
