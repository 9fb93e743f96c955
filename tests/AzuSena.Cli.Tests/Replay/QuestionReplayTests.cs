using System.Text.Json;
using AzuSena.Answering;
using AzuSena.Answering.Tracing;
using AzuSena.Answers;
using AzuSena.Cli.Replay;
using AzuSena.Conversations;
using AzuSena.Testing;

namespace AzuSena.Cli.Tests.Replay;

/// <summary>With the same index, an extractive answer comes about the same way again, to the last letter and bit.</summary>
public sealed class QuestionReplayTests(IndexedCorpus corpus) : IClassFixture<IndexedCorpus>
{
    private readonly TestProduct _product = corpus.Product;

    [Fact]
    public async Task Ask_ManyQuestionsOfEveryKind_ComeOutTheSame()
    {
        var questions = Questions();
        var kept = 0;
        foreach (var question in questions)
        {
            var then = await AskAsync(question, maxPassages: 1 + (kept % 6));
            var again = await QuestionReplay.AskAsync(_product.Get<AnswerService>(), _product.Get<PendingTraces>(), then, question, CancellationToken.None);

            var report = ReplayReport.Of(then, again);
            report.Differences.Should().BeEmpty(question);
            report.Should().BeEquivalentTo(new { IsSame = true, SameGeneration = true, SameAnswer = (bool?)true });
            report.SameRetrieval.Should().Be(then.Retrieval is null ? null : true);
            kept++;
        }

        kept.Should().BeGreaterThan(80);
    }

    [Fact]
    public async Task Ask_FollowUps_ComeOutTheSameByThemselves()
    {
        var (answers, pending) = (_product.Get<AnswerService>(), _product.Get<PendingTraces>());
        var file = Path.Combine(Repository.Root, "tests", "AzuSena.Evaluation", "questions", "follow_up.jsonl");
        foreach (var line in File.ReadLines(file).Where((_, line) => line % 6 == 0))
        {
            var followUp = JsonDocument.Parse(line).RootElement;
            var conversation = (await _product.Get<ConversationStore>().CreateAsync(owner: null, CancellationToken.None)).Id;
            foreach (var before in followUp.GetProperty("history").EnumerateArray())
            {
                await AskAsync(before.GetString()!, conversation: conversation);
            }

            var then = await AskAsync(followUp.GetProperty("question").GetString()!, conversation: conversation);
            var again = await QuestionReplay.AskAsync(answers, pending, then, then.Question.Standalone.Text!, CancellationToken.None);

            ReplayReport.Of(then, again).Differences.Should().BeEmpty(then.Question.Standalone.Text);
        }
    }

    [Fact]
    public async Task Of_OneBitOfOneScore_IsADifference()
    {
        var then = await AskAsync("¿Qué es el Fondo Emprender?");
        var candidates = then.Retrieval!.Candidates.ToArray();
        candidates[^1] = candidates[^1] with { Bm25 = Math.BitIncrement(candidates[^1].Bm25) };

        var report = ReplayReport.Of(then, then with { Retrieval = then.Retrieval with { Candidates = candidates } });

        report.Should().BeEquivalentTo(new { IsSame = false, SameGeneration = true, SameRetrieval = (bool?)false, SameAnswer = (bool?)true });
        report.Differences.Should().ContainSingle().Which.What.Should().Be($"candidate {candidates.Length}");
    }

    [Fact]
    public async Task Of_OneLetterOfTheAnswer_IsADifference()
    {
        var then = await AskAsync("¿Qué es el Fondo Emprender?");
        var other = then.Answer! with { Response = new TracedText(TraceBuilder.HashOf(then.Answer.Response.Text + "."), then.Answer.Response.Text + ".") };

        ReplayReport.Of(then, then with { Answer = other })
            .Should().BeEquivalentTo(new { IsSame = false, SameRetrieval = (bool?)true, SameAnswer = (bool?)false });
    }

    [Fact]
    public async Task SettingsOf_Trace_AreThoseItWasAnsweredWith()
    {
        var trace = await AskAsync("¿Qué es el Fondo Emprender?");

        QuestionReplay.SettingsOf(trace with { Settings = trace.Settings with { AbstainBelow = 0.125, Unsupported = "drop" } }).Should().Contain(
            [("Answering:AbstainBelow", "0.125"), ("Answering:Unsupported", "drop"), ("Llm:Provider", "none"), ("Embedding:Provider", "none")]);
    }

    private async Task<AnswerTrace> AskAsync(string question, int? maxPassages = null, string? conversation = null)
    {
        var answer = await _product.Get<AnswerService>().AskAsync(Question.Create(question, maxPassages, conversation), CancellationToken.None).ToAnswerAsync();
        await _product.Get<PendingTraces>().FlushAsync(CancellationToken.None);
        return _product.Get<TraceStore>().Find(answer.QuestionId)!;
    }

    // Every third of the evaluation questions, of each kind.
    private static List<string> Questions() => Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "tests", "AzuSena.Evaluation", "questions"), "*.jsonl")
        .Order(StringComparer.Ordinal)
        .SelectMany(file => File.ReadLines(file).Where((_, line) => line % 3 == 0))
        .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("question").GetString()!)
        .ToList();
}
