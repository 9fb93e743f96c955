using AzuSena.Evaluation.Questions;
using AzuSena.Spanish;
using AzuSena.Testing;

namespace AzuSena.Cli.Tests.Evaluation;

/// <summary>The evaluation questions hold together with each other and with the corpus they ask about (tests/AzuSena.Evaluation/README.md).</summary>
public sealed class QuestionFilesTests
{
    // How many questions of each kind there must at least be, and what its questions may expect.
    private static readonly Dictionary<string, (int Fewest, ExpectedOutcome[] Expected)> Kinds = new(StringComparer.Ordinal)
    {
        ["fact"] = (60, [ExpectedOutcome.Answer]),
        ["list"] = (20, [ExpectedOutcome.Answer]),
        ["procedure"] = (25, [ExpectedOutcome.Answer]),
        ["comparison"] = (15, [ExpectedOutcome.Answer]),
        ["follow_up"] = (20, [ExpectedOutcome.Answer]),
        ["misspelled"] = (20, [ExpectedOutcome.Answer]),
        ["colloquial"] = (25, [ExpectedOutcome.Answer]),
        ["no_accents"] = (15, [ExpectedOutcome.Answer]),
        ["english"] = (10, [ExpectedOutcome.Answer]),
        ["false_premise"] = (20, [ExpectedOutcome.Correct]),
        ["story"] = (10, [ExpectedOutcome.Answer, ExpectedOutcome.Abstain]),
        ["greeting"] = (10, [ExpectedOutcome.Answer]),
        ["two"] = (10, [ExpectedOutcome.Answer]),
        ["numbers"] = (10, [ExpectedOutcome.Answer]),
        ["near"] = (10, [ExpectedOutcome.Abstain]),
        ["out_of_scope"] = (25, [ExpectedOutcome.Abstain]),
        ["adversarial"] = (15, [ExpectedOutcome.Answer, ExpectedOutcome.Abstain]),
    };

    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "AzuSena.Evaluation", "questions");
    private static readonly Lazy<List<EvaluationQuestion>> Questions = new(() => QuestionLines.Read(Folder));
    private static readonly Lazy<Dictionary<string, string>> Documents = new(ReadCorpus);

    [Fact]
    public void Read_AllFiles_AreOfTheFormatAndNoIdIsTwice() => Questions.Value.Should().NotBeEmpty();

    [Fact]
    public void Questions_WithTheirHistory_AreAskedOnce() =>
        Questions.Value.Select(question => WordLine($"{string.Join(' ', question.History)} {question.Question}")).Should().OnlyHaveUniqueItems();

    [Fact]
    public void Kinds_OfAllFiles_AreKnownAndHaveEnoughQuestions()
    {
        var counts = Questions.Value.CountBy(question => question.Kind).ToDictionary();

        counts.Keys.Should().BeSubsetOf(Kinds.Keys);
        foreach (var (kind, (fewest, _)) in Kinds)
        {
            counts.GetValueOrDefault(kind).Should().BeGreaterThanOrEqualTo(fewest, kind);
        }
    }

    [Fact]
    public void Kind_OfEachQuestion_FitsWhatItExpects() => ShouldHoldForAll(question => Kinds[question.Kind].Expected.Contains(question.Expect));

    [Fact]
    public void Kind_OfEachFile_IsItsName()
    {
        foreach (var file in Directory.EnumerateFiles(Folder, "*.jsonl"))
        {
            QuestionLines.Read(file).Should().OnlyContain(question => question.Kind == Path.GetFileNameWithoutExtension(file));
        }
    }

    [Fact]
    public void History_OfEachQuestion_IsThereForFollowUpsAlone() =>
        ShouldHoldForAll(question => (question.Kind == "follow_up") == (question.History.Count > 0));

    [Fact]
    public void Documents_OfEachQuestion_ExistUnlessItExpectsAbstention() => ShouldHoldForAll(question =>
        question.Expect is ExpectedOutcome.Abstain
            ? question is { Documents.Count: 0, Facts.Count: 0, Lead: null, Sections: null }
            : question.Documents.Count > 0 && question.Facts.Count > 0 && question.Documents.All(Documents.Value.ContainsKey));

    [Fact]
    public void Documents_OfAllQuestions_AreTheWholeCorpus() =>
        Documents.Value.Keys.Should().BeSubsetOf(Questions.Value.SelectMany(question => question.Documents));

    [Fact]
    public void Facts_OfEachQuestion_StandInItsDocuments() => ShouldHoldForAll(question =>
        question.Facts.All(fact => question.Documents.Any(document => Holds(document, fact[0]))));

    [Fact]
    public void Lead_OfEachQuestion_StandsInItsDocuments() => ShouldHoldForAll(question =>
        question.Lead is null || question.Documents.Any(document => Holds(document, question.Lead[0])));

    [Fact]
    public void Sections_OfEachQuestion_AreHeadingsOfItsDocuments() => ShouldHoldForAll(question =>
        (question.Sections ?? []).All(section => question.Documents.Any(document => Holds(document, section))));

    [Fact]
    public void Documents_OfEachQuestion_EachHoldEveryFact() => ShouldHoldForAll(question =>
        question.Documents.All(document => question.Facts.All(fact => fact.Any(wording => Holds(document, wording)))));

    [Fact]
    public void MustNot_OfEachQuestion_IsInNoFact() => ShouldHoldForAll(question =>
        !question.MustNot.Any(phrase =>
            question.Facts.Any(fact => fact.Any(wording => WordLine(wording).Contains(WordLine(phrase), StringComparison.Ordinal)))));

    private static void ShouldHoldForAll(Func<EvaluationQuestion, bool> holds) =>
        Questions.Value.Where(question => !holds(question)).Select(question => question.Id).Should().BeEmpty();

    private static bool Holds(string document, string wording) =>
        Documents.Value.GetValueOrDefault(document, "").Contains(WordLine(wording), StringComparison.Ordinal);

    // Text as a line of its folded words, a space around each: wordings are compared whatever their case, accents and marks, and "2" is not found in "2025".
    private static string WordLine(string text)
    {
        text = text.Replace("%", " por ciento ", StringComparison.Ordinal);
        return $" {string.Join(' ', SpanishAnalyzer.Words(text).Select(range => SpanishAnalyzer.Fold(text.AsSpan()[range])))} ";
    }

    private static Dictionary<string, string> ReadCorpus() => Directory.EnumerateFiles(Repository.Corpus, "*.md", SearchOption.AllDirectories)
        .Select(file => (Path: Path.GetRelativePath(Repository.Corpus, file).Replace('\\', '/'), Text: File.ReadAllText(file)))
        .Where(document => document.Path.Contains('/') && !document.Path.EndsWith("README.md", StringComparison.Ordinal))
        .ToDictionary(document => document.Path, document => WordLine(WithoutHeader(document.Text)), StringComparer.Ordinal);

    // Sources and dates in a document's header answer nothing.
    private static string WithoutHeader(string text) => text.IndexOf("\n---\n", StringComparison.Ordinal) is > 0 and var end ? text[(end + 5)..] : text;
}
