using AzuSena.Answering;
using AzuSena.Answers;
using AzuSena.Memory.Corpus;
using AzuSena.Testing;

namespace AzuSena.Tests.Answering;

/// <summary>What a newcomer would ask of the corpus that the product ships with, and what it cannot answer.</summary>
public sealed class NewcomerQuestionsTests(IndexedCorpus corpus) : IClassFixture<IndexedCorpus>
{
    public static TheoryData<string, string> Newcomer()
    {
        var data = new TheoryData<string, string>();
        foreach (var line in Read("newcomer.csv").Skip(1))
        {
            var fields = line.Split(';');
            data.Add(fields[0], fields[1]);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Newcomer))]
    public async Task AskAsync_NewcomersQuestion_IsAnsweredFromTheRightDocument(string question, string documents)
    {
        var answer = await AskAsync(question);

        answer.Abstained.Should().BeFalse();
        answer.Citations.Should().NotBeEmpty();
        documents.Split('|').Should().Contain(Documents()[answer.Citations[0].Title], "«{0}» leads", answer.Lead);
    }

    [Fact]
    public async Task AskAsync_QuestionsOutOfScope_AtLeastNineOfTenAreDeclined()
    {
        var questions = Read("out-of-scope.txt");
        questions.Should().HaveCount(10);

        var declined = 0;
        foreach (var question in questions)
        {
            declined += (await AskAsync(question)).Abstained ? 1 : 0;
        }

        declined.Should().BeGreaterThanOrEqualTo(9);
    }

    private static Dictionary<string, string> Documents() => CorpusFolder.List(Repository.Corpus)
        .ToDictionary(file => DocumentReader.Read(file.Key, File.ReadAllBytes(file.Value.FullName)).Info.Title, file => file.Key);

    private static string[] Read(string file) =>
        File.ReadAllLines(Path.Combine(Repository.Root, "tests", "AzuSena.Kernel.Tests", "Answering", "Questions", file));

    private Task<Answer> AskAsync(string question) =>
        corpus.Product.Get<AnswerService>().AskAsync(Question.Create(question), CancellationToken.None).ToAnswerAsync();
}
