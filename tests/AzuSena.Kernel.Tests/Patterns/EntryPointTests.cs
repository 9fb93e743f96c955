using System.Diagnostics;
using AzuSena.Answering.Evidence;
using AzuSena.Answering.Grounding;
using AzuSena.Answering.Premises;
using AzuSena.Answering.Ranking;
using AzuSena.Evaluation.Questions;
using AzuSena.Memory.Corpus;
using AzuSena.Memory.Search;
using AzuSena.Passages;
using AzuSena.Prompts;
using AzuSena.Questions;
using AzuSena.Spanish;
using AzuSena.Spanish.Legal;
using AzuSena.Support;
using AzuSena.Voice.Speaking;

namespace AzuSena.Tests.Patterns;

/// <summary>What reads the text of others takes time by its length, not only the patterns in it: four times the text, about four times the time.</summary>
public sealed class EntryPointTests
{
    private const int Length = 25_000;

    private static readonly (string Name, Action<string> Read)[] Readers =
    [
        ("grounding", text => Claim.Of(text)),
        ("laws in sentences", text => LegalReferences.Read(FoldedText.Of(text).Value)),
        ("rules asked for", text => RuleText.Asked(text)),
        ("rules mentioned", text => RuleText.Mentioned(text, LawName.Read("Ley 1 de 2000"))),
        ("a code's name", text => RuleText.NamedCode(text)),
        ("what is asked", text => AskedQuestion.Of(text)),
        ("premise", text => Premise.Of(text)),
        ("kind of question", text => QuestionKinds.Of(text)),
        ("kind of heading", text => QuestionKinds.OfHeading(text)),
        ("full names", text => QuestionFeatures.FullNames(text)),
        ("what can be quoted", text => QuoteRanking.Of("¿Cuánto dura la ley?", Found(text))),
        ("sentences", text => SentenceSplitter.Split(text)),
        ("inert text", text => InertText.Of(text)),
        ("spoken text", text => SpokenText.Of(text)),
        ("Markdown", text => MarkdownSections.Read(text, title: null)),
        ("line of words", text => WordLine.Of(text)),
        ("passages", text => Chunker.Cut(new CorpusDocument(new DocumentInfo("a.txt", "A"), [new Section([], [text])]))),
        ("laws in documents", text => LegalSections.Cut(
            new CorpusDocument(new DocumentInfo("a.txt", "Ley 1 de 2000"), [new Section([], [text, "Artículo 1. Uno.", "Artículo 2. Dos."])]))),
    ];

    private static readonly string[] Units =
        ["ley ", "ley 1 de 2000 art 1 ", "articulo 1.1, 2 y ", "a-", "a-1-", "1 222,", "1.", "M", "¿a ", "? ! . ", "[a](", "*a ", "a** ", "3 de mayo de 2024, ",
            "<a ", "Ana I ", " ", "a\u0301\u0316\u0301"];

    public static TheoryData<string> Names() => [.. Readers.Select(reader => reader.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_HostileText_TakesTimeByLength(string name)
    {
        var read = Array.Find(Readers, reader => reader.Name == name).Read;
        foreach (var unit in Units)
        {
            var once = Best(read, unit, Length);
            var fourTimes = once.TotalMilliseconds < 20 ? once : Best(read, unit, 4 * Length);

            // Linear is 4, the square would be 16.
            (fourTimes / once).Should().BeLessThan(12, "{0} of «{1}» ({2} ms)", name, unit, once.TotalMilliseconds);
            once.Should().BeLessThan(TimeSpan.FromSeconds(5), "{0} of «{1}»", name, unit);
        }
    }

    private static SearchResult Found(string text) => new(
        [new QuestionTerm("ley", 2), new QuestionTerm("dur", 2)], [], [new PassageHit(Samples.Passage(text), 1, 1)], RarestIdf: 2, Generation: 1);

    // The best of several, for a busy machine makes any one run slow.
    private static TimeSpan Best(Action<string> read, string unit, int length)
    {
        var text = string.Concat(Enumerable.Repeat(unit, (length / unit.Length) + 1))[..length];
        var best = TimeSpan.MaxValue;
        for (var run = 0; run < 4 && (run < 1 || best.TotalMilliseconds > 20); run++)
        {
            var started = Stopwatch.GetTimestamp();
            read(text);
            best = Stopwatch.GetElapsedTime(started) is var took && took < best ? took : best;
        }

        return best;
    }
}
