using AzuSena.Evaluation.Gate;
using AzuSena.Evaluation.Runs;
using AzuSena.Memory.Search;
using AzuSena.Spanish;
using AzuSena.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace AzuSena.Cli.Tests.Evaluation.Gate;

/// <summary>The part of the gate that needs no model, over the corpus and our own questions: what continuous integration runs.</summary>
public sealed class EvaluationGateTests
{
    // The baseline's questions in English need a translator.
    [ApertiumFact]
    public async Task RunAsync_TheProductAsItIs_Passes()
    {
        var gate = await RunAsync();

        gate.Fallen.Select(figure => figure.Measure.FullName).Should().BeEmpty();
        gate.IsPassed.Should().BeTrue();
    }

    [Fact]
    public async Task RunAsync_WithoutTheRerank_Fails() => ShouldFail(await RunAsync(options => options.Reranks = false, "wikipedia"), "wikipedia/ndcg@10");

    [Fact]
    public async Task RunAsync_WithoutSpelling_Fails() =>
        ShouldFail(await RunAsync(options => options.CorrectsSpelling = false), "wikipedia/typos ndcg@10", "wikipedia/typos ndcg@10");

    [Fact]
    public async Task RunAsync_WithoutTheStemmer_Fails()
    {
        SpanishAnalyzer.LeaveUnstemmed();

        // The 4-grams of the rerank make up for most of what retrieval loses.
        ShouldFail(await RunAsync(), "wikipedia/typos ndcg@10");
    }

    private static void ShouldFail(EvaluationGate gate, params string[] measures)
    {
        gate.IsPassed.Should().BeFalse();
        gate.Fallen.Select(figure => figure.Measure.FullName).Should().Contain(measures);
    }

    // Of one data set if that is where the change shows.
    private static Task<EvaluationGate> RunAsync(Action<SearchOptions>? change = null, string? part = null) => EvaluationGate.RunAsync(
        GatePart.Read(Path.Combine(Repository.Root, "tests", "AzuSena.Evaluation")).Where(read => part is null || read.Name == part),
        new RunOptions { Corpus = Repository.Corpus, Replace = change is null ? null : services => services.PostConfigure(change) },
        CancellationToken.None);
}
