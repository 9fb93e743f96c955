using AzuSena.Answering;
using AzuSena.Answers;
using AzuSena.Testing;

namespace AzuSena.Tests.Answering;

/// <summary>A question is answered the same whatever greeting, courtesy or instruction of form stands around it.</summary>
public sealed class SurroundedQuestionsTests(IndexedCorpus corpus) : IClassFixture<IndexedCorpus>
{
    private const double MaxChangedLeads = 0.02;

    [Fact]
    public async Task AskAsync_OpeningsAndEndings_ChangeNeitherDecisionNorLead()
    {
        var surroundings = Read("surroundings.txt");
        var questions = Read("surrounded.txt");
        surroundings.Should().HaveCount(50);
        questions.Should().HaveCount(20);
        var (decisions, leads) = (new List<string>(), new List<string>());
        foreach (var question in questions)
        {
            var alone = await AskAsync(question);
            foreach (var text in surroundings.Select(around => around.Replace("…", question, StringComparison.Ordinal)))
            {
                var answer = await AskAsync(text);
                (answer.Abstained == alone.Abstained ? answer.Lead == alone.Lead ? [] : leads : decisions).Add(text);
            }
        }

        decisions.Should().BeEmpty();
        leads.Should().HaveCountLessThanOrEqualTo((int)(MaxChangedLeads * surroundings.Length * questions.Length));
    }

    private static string[] Read(string file) =>
        File.ReadAllLines(Path.Combine(Repository.Root, "tests", "AzuSena.Kernel.Tests", "Answering", "Questions", file));

    private Task<Answer> AskAsync(string question) =>
        corpus.Product.Get<AnswerService>().AskAsync(Question.Create(question), CancellationToken.None).ToAnswerAsync();
}
