using AzuSena.Answering;
using AzuSena.Answers;
using AzuSena.Conversations;
using AzuSena.Memory.Search;
using AzuSena.Testing;
using Xunit.Abstractions;

namespace AzuSena.Tests.Conversations;

/// <summary>Conversations over the corpus that the product ships with: each follow-up must find its document without a model.</summary>
public sealed class DialogueTests(IndexedCorpus corpus, ITestOutputHelper output) : IClassFixture<IndexedCorpus>
{
    private const int MaxPassages = 5;

    public static TheoryData<string> Dialogues()
    {
        var data = new TheoryData<string>();
        foreach (var dialogue in ReadDialogues())
        {
            data.Add(dialogue);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Dialogues))]
    public async Task From_EachTurnOfADialogue_FindsTheRightDocumentAndIsAnswered(string dialogue)
    {
        var turns = new List<ConversationTurn>();
        foreach (var (question, documents) in Turns(dialogue))
        {
            var standalone = StandaloneQuestion.From(question, turns);
            var answer = await corpus.Product.Get<AnswerService>().AskAsync(Question.Create(standalone), CancellationToken.None).ToAnswerAsync();
            output.WriteLine($"{standalone} → {answer.Confidence}");
            if (documents is not ["-"])
            {
                documents.Should().Contain(await FirstDocumentAsync(standalone), standalone);
                answer.Abstained.Should().BeFalse(standalone);
            }

            turns.Add(Dialogue.Turn(question, standalone, answer));
        }
    }

    [Fact]
    public async Task Search_FollowUpsAsTheyWereAsked_MissManyOfTheirDocuments()
    {
        var (found, count) = (0, 0);
        foreach (var (question, documents) in ReadDialogues().SelectMany(dialogue => Turns(dialogue).Skip(1)).Where(turn => turn.Documents is not ["-"]))
        {
            count++;
            var first = await FirstDocumentAsync(question);
            found += documents.Contains(first, StringComparer.Ordinal) ? 1 : 0;
        }

        output.WriteLine($"{found} of {count}");
        found.Should().BeLessThan(count * 2 / 3, "or else the dialogues would prove nothing");
    }

    private static string[] ReadDialogues() => Dialogue.Read("dialogues.txt").Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
        .Where(block => block.Contains('|'))
        .ToArray();

    private static IEnumerable<(string Question, string[] Documents)> Turns(string dialogue) => dialogue
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
        .Select(parts => (parts[0], parts[1].Split(' ')));

    private async Task<string?> FirstDocumentAsync(string question)
    {
        var search = await corpus.Product.Get<PassageSearch>().SearchAsync(question, MaxPassages, CancellationToken.None);
        return search.Hits.Count == 0 ? null : search.Hits[0].Passage.Document.Path;
    }
}
