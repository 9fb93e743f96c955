using AzuSena.Passages;
using AzuSena.Spanish;
using FsCheck.Xunit;

namespace AzuSena.Memory.Corpus;

public sealed class ChunkerTests
{
    [Fact]
    public void Cut_SmallSections_JoinUnderTheFirstHeadings()
    {
        var passage = Chunker.Cut(Document(
            new Section(["Uno"], [Sentence(50)]),
            new Section(["Dos", "Hondo"], ["- " + Sentence(30), "- " + Sentence(20)]),
            new Section([], [Sentence(10)]))).Should().ContainSingle().Subject;

        passage.HeadingPath.Should().Equal("Uno");
        passage.Text.Split('\n').Should().Equal(Sentence(50), "## Hondo", "- " + Sentence(30), "- " + Sentence(20), Sentence(10));
    }

    [Fact]
    public void Cut_SectionsOfGoodSize_StayApart()
    {
        var passages = Chunker.Cut(Document(new Section(["Uno"], [Sentence(120)]), new Section(["Dos"], [Sentence(120)])));

        passages.Select(passage => passage.HeadingPath[0]).Should().Equal("Uno", "Dos");
        passages.Select(passage => passage.Position).Should().Equal(0, 1);
    }

    [Fact]
    public void Cut_LargeSection_IsCutInEvenPiecesUnderItsHeading()
    {
        var passages = Chunker.Cut(Document(new Section(["Uno"], [.. Enumerable.Repeat(Sentence(20), 36)])));

        passages.Should().HaveCount(3).And.OnlyContain(passage => passage.HeadingPath[0] == "Uno");
        passages.Should().OnlyContain(passage => Chunker.CountWords(passage.Text) == 240);
    }

    [Fact]
    public void Cut_LongParagraph_IsCutBetweenItsSentences()
    {
        var passages = Chunker.Cut(Document(new Section([], [string.Join(' ', Enumerable.Repeat(Sentence(100), 5))])));

        passages.Select(passage => passage.Text).Should().Equal(
            string.Join(' ', Enumerable.Repeat(Sentence(100), 3)), string.Join(' ', Enumerable.Repeat(Sentence(100), 2)));
    }

    [Fact]
    public void Cut_SentenceOverTheLimit_StaysWhole() =>
        Chunker.Cut(Document(new Section([], [Sentence(400) + " " + Sentence(300)]))).Select(passage => Chunker.CountWords(passage.Text))
            .Should().Equal(400, 300);

    [Fact]
    public void Cut_JoinedHeading_CountsTowardsTheLimit()
    {
        var passages = Chunker.Cut(Document(new Section(["Uno"], [Sentence(240)]), new Section(["Un título de seis palabras más"], [Sentence(110)])));

        passages.Select(passage => Chunker.CountWords(passage.Text)).Should().Equal(240, 110);
    }

    [Fact]
    public void Cut_PieceOfTheSectionThatJoinedBefore_DoesNotRepeatItsHeading()
    {
        // Cut into pieces of 234, 105 and 365 words, of which the first two join the section before them.
        var passages = Chunker.Cut(Document(new Section(["Uno"], [Sentence(5)]), new Section(["Dos"], [Sentence(234), Sentence(105), Sentence(365)])));

        passages.Select(passage => Chunker.CountWords(passage.Text)).Should().Equal(5 + 1 + 234 + 105, 365);
        passages.SelectMany(passage => passage.Text.Split('\n')).Should().ContainSingle(line => line == "## Dos");
    }

    [Fact]
    public void Cut_SameDocument_GivesTheSameIds()
    {
        var document = Document(new Section(["Uno"], [Sentence(200)]), new Section(["Dos"], [Sentence(200)]));

        Chunker.Cut(document).Select(passage => passage.Id).Should().Equal(Chunker.Cut(document).Select(passage => passage.Id))
            .And.OnlyContain(id => id.Length == 20 && id.All(char.IsAsciiHexDigitLower));
    }

    [Fact]
    public void Cut_ChangedSection_ChangesOnlyItsOwnId()
    {
        var before = Chunker.Cut(Document(new Section(["Uno"], [Sentence(200)]), new Section(["Dos"], [Sentence(200)])));
        var after = Chunker.Cut(Document(new Section(["Uno"], [Sentence(200)]), new Section(["Dos"], [Sentence(201)])));

        after[0].Id.Should().Be(before[0].Id);
        after[1].Id.Should().NotBe(before[1].Id);
    }

    [Property(Arbitrary = [typeof(GeneratedDocuments)], MaxTest = 100)]
    public void Cut_AnyDocument_HoldsEachSentenceOnceAndInOrder(CorpusDocument document) =>
        Chunker.Cut(document).SelectMany(passage => SentencesOf(passage.Text)).Should().Equal(
            document.Sections.SelectMany(section => section.Lines).SelectMany(SentencesOf));

    [Property(Arbitrary = [typeof(GeneratedDocuments)], MaxTest = 100)]
    public void Cut_AnyDocument_HasNoPassageOverTheLimitButSingleSentences(CorpusDocument document) =>
        Chunker.Cut(document).Where(passage => SentencesOf(passage.Text).Count > 1).Select(passage => Chunker.CountWords(passage.Text))
            .Should().NotContain(words => words > Chunker.MaxWords);

    [Property(Arbitrary = [typeof(GeneratedDocuments)], MaxTest = 100)]
    public void Cut_AnyDocument_LeavesNoSmallPassageThatCouldJoinItsNeighbour(CorpusDocument document)
    {
        var passages = Chunker.Cut(document);
        foreach (var (first, second) in passages.Zip(passages.Skip(1)))
        {
            var words = (First: Chunker.CountWords(first.Text), Second: Chunker.CountWords(second.Text));
            var heading = second.HeadingPath.Count > 0 ? Chunker.CountWords(second.HeadingPath[^1]) : 0;
            var mustStayApart = Math.Min(words.First, words.Second) >= Chunker.MinWords || words.First + words.Second + heading > Chunker.MaxWords;
            mustStayApart.Should().BeTrue("passages of {0} words should have been one", words);
        }
    }

    [Property(Arbitrary = [typeof(GeneratedDocuments)], MaxTest = 100)]
    public void Cut_AnyDocument_KeepsEachHeadingAndGivesEachPassageItsOwnId(CorpusDocument document)
    {
        var passages = Chunker.Cut(document);
        var kept = passages.SelectMany(
            passage => passage.HeadingPath.Concat(passage.Text.Split('\n').Where(line => PassageText.IsHeading(line)).Select(line => line[3..])));

        kept.Should().Contain(document.Sections.Select(section => section.HeadingPath[^1]));
        passages.Select(passage => passage.Id).Should().OnlyHaveUniqueItems();
        passages.Select(passage => passage.Position).Should().Equal(Enumerable.Range(0, passages.Count));
        passages.Should().OnlyContain(passage => passage.Document == document.Info);
    }

    private static List<string> SentencesOf(string text) => SentenceSplitter.Split(text).Select(range => text[range])
        .Where(sentence => !PassageText.IsHeading(sentence))
        .Select(sentence => PassageText.IsItem(sentence) ? sentence[2..] : sentence)
        .ToList();

    private static CorpusDocument Document(params Section[] sections) => new(new DocumentInfo("a.md", "Título"), sections);

    private static string Sentence(int words) => string.Join(' ', Enumerable.Repeat("palabra", words - 1).Prepend("Una")) + ".";
}
