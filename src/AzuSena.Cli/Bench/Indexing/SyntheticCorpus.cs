using AzuSena.Passages;
using AzuSena.Spanish;

namespace AzuSena.Cli.Bench.Indexing;

/// <summary>
/// Any number of documents, made from the sentences of real ones, the same in every run. Words with a Zipf-like distribution are added, because the few source
/// sentences have too few different ones.
/// </summary>
internal sealed class SyntheticCorpus
{
    private const int Sentences = 5;
    private const int RareWords = 3;
    private const double DifferentRareWords = 200_000;
    private const int QuestionWords = 6;

    private readonly string[][] _sentences;

    /// <summary>Uses the Markdown documents below a folder as the source.</summary>
    public SyntheticCorpus(string folder) => _sentences =
    [
        .. Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => SentencesOf(File.ReadAllText(path)))
            .Where(sentences => sentences.Length > Sentences),
    ];

    /// <summary>A paragraph, mostly of sentences from one document.</summary>
    public string Paragraph(Random random)
    {
        var home = _sentences[random.Next(_sentences.Length)];
        var sentences = Enumerable.Range(0, Sentences).Select(i => Any(random, i < Sentences - 2 ? home : _sentences[random.Next(_sentences.Length)]));
        var rare = Enumerable.Range(0, RareWords).Select(_ => $"zz{(int)Math.Pow(DifferentRareWords, random.NextDouble())}");
        return $"{string.Join(' ', sentences)} {string.Join(' ', rare)}.";
    }

    /// <summary>A document with that many passages.</summary>
    public IReadOnlyList<Passage> Document(Random random, string path, int passages)
    {
        var document = new DocumentInfo(path, $"Documento {path}");
        return [.. Enumerable.Range(0, passages).Select(position =>
        {
            var text = Paragraph(random);
            return new Passage(PassageId.Of(path, position, text), document, [], position, text);
        })];
    }

    /// <summary>A question made of the words of a sentence.</summary>
    public string Question(Random random)
    {
        var words = Any(random, _sentences[random.Next(_sentences.Length)]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        random.Shuffle(words);
        return $"¿Qué {string.Join(' ', words.Take(QuestionWords))}?";
    }

    private static string Any(Random random, string[] sentences) => sentences[random.Next(sentences.Length)];

    private static string[] SentencesOf(string text)
    {
        // The text after the front matter.
        var body = text[(text.IndexOf("\n---\n", StringComparison.Ordinal) + 5)..];
        return [.. SentenceSplitter.Split(body).Select(range => body[range].Replace('\n', ' ')).Where(sentence => sentence.Length > 40)];
    }
}
