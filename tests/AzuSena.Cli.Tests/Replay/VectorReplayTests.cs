using System.Text.Json;
using AzuSena.Answering;
using AzuSena.Answering.Tracing;
using AzuSena.Answers;
using AzuSena.Cli.Bench.Indexing;
using AzuSena.Cli.Replay;
using AzuSena.Memory.Embeddings;
using AzuSena.Memory.Vectors;
using AzuSena.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace AzuSena.Cli.Tests.Replay;

/// <summary>With vectors too every answer has its trace, and comes about the same way again.</summary>
public sealed class VectorReplayTests
{
    [Fact]
    public Task Ask_QuestionsOfEveryKind_AreAllTracedAndComeOutTheSame() =>
        AssertAllAsync(every: 30, services => services.AddSingleton<IEmbedderSource>(_ => new TextVectors(dimension: 32)));

    [MiniLmFact(withApertium: true)]
    public Task Ask_QuestionsOfEveryKindInTheDefaultSetUp_AreAllTracedAndComeOutTheSame() =>
        AssertAllAsync(
            every: 60,
            replace: null,
            ("Embedding:Provider", "onnx"),
            ("Models:Directory", MiniLmFactAttribute.Models),
            ("Embedding:ProbeSeconds", "60"),
            ("Vectors:QuestionTimeoutMilliseconds", "60000"));

    private static async Task AssertAllAsync(int every, Action<IServiceCollection>? replace, params (string, string)[] settings)
    {
        await using var product = new TestProduct(Repository.Corpus, replace, settings);
        await product.IndexAsync();
        await product.Get<VectorUpkeep>().RunAsync(progress: null, CancellationToken.None);
        var asked = new List<string>();
        foreach (var question in Questions(every))
        {
            asked.Add((await product.Get<AnswerService>().AskAsync(Question.Create(question), CancellationToken.None).ToAnswerAsync()).QuestionId);
        }

        await product.Get<PendingTraces>().FlushAsync(CancellationToken.None);
        var traces = asked.ConvertAll(product.Get<TraceStore>().Find);
        traces.Count(trace => trace is null).Should().Be(0, "of {0} answers none may be without its trace", asked.Count);
        traces.Should().Contain(trace => trace!.Retrieval != null && trace.Retrieval.Candidates.Any(it => it.FoundBy == CandidateSource.Vectors));

        // As another process replays them.
        await using var later = new TestProduct(Repository.Corpus, replace, [.. settings, ("Memory:DataDirectory", product.DataFolder)]);
        await later.Get<VectorUpkeep>().RunAsync(progress: null, CancellationToken.None);
        var (answers, pending) = (later.Get<AnswerService>(), later.Get<PendingTraces>());
        foreach (var trace in traces)
        {
            var again = await QuestionReplay.AskAsync(answers, pending, trace!, trace!.Question.Standalone.Text!, CancellationToken.None);

            ReplayReport.Of(trace, again).Differences.Should().BeEmpty(trace.Question.Asked.Text);
        }
    }

    private static List<string> Questions(int every) => Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "tests", "AzuSena.Evaluation", "questions"), "*.jsonl")
        .Order(StringComparer.Ordinal)
        .SelectMany(file => File.ReadLines(file).Where((_, line) => line % every == 0))
        .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("question").GetString()!)
        .ToList();
}
