using AzuSena.Passages;
using AzuSena.Testing;

namespace AzuSena.Memory.Corpus;

/// <summary>The documents that the product ships with keep their own rules.</summary>
public sealed class DemonstrationCorpusTests
{
    private static readonly Dictionary<string, CorpusDocument> Documents = CorpusFolder.List(Repository.Corpus)
        .ToDictionary(file => file.Key, file => DocumentReader.Read(file.Key, File.ReadAllBytes(file.Value.FullName)));

    public static TheoryData<string> Paths => [.. Documents.Keys];

    [Fact]
    public void Corpus_Documents_AreAtLeastSixty() => Documents.Should().HaveCountGreaterThanOrEqualTo(60);

    [Fact]
    public void Corpus_Titles_AreUnique() => Documents.Values.Select(document => document.Info.Title).Should().OnlyHaveUniqueItems();

    [Fact]
    public void Corpus_Passages_HaveUniqueIds() => Documents.Values.SelectMany(Chunker.Cut).Select(passage => passage.Id).Should().OnlyHaveUniqueItems();

    [Theory]
    [MemberData(nameof(Paths))]
    public void Document_Head_IsComplete(string path)
    {
        var info = Documents[path].Info;

        info.Should().Match<DocumentInfo>(head => head.Title.Length > 0 && head.Source!.Length > 0 && head.AsOf > new DateOnly(2000, 1, 1));
        info.Topics.Should().NotBeEmpty().And.OnlyHaveUniqueItems().And.NotContain("");
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void Document_Body_HasThreeHundredToTwelveHundredWords(string path) =>
        Documents[path].Sections.Sum(section => section.Lines.Sum(Chunker.CountWords)).Should().BeInRange(300, 1200);
}
