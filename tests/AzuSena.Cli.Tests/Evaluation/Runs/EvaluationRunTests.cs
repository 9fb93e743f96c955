using AzuSena.Errors;
using AzuSena.Evaluation.Gate;
using AzuSena.Evaluation.Measures;
using AzuSena.Evaluation.Replies;
using AzuSena.Evaluation.Results;
using AzuSena.Evaluation.Runs;
using AzuSena.Testing;

namespace AzuSena.Cli.Tests.Evaluation.Runs;

public sealed class EvaluationRunTests : IDisposable
{
    private const string Question =
        """{"id":"hecho-001","kind":"fact","question":"¿Cuánto dura el contrato de aprendizaje?","documents":["contrato.md"],"facts":[["tres """ +
            """años"]],"expect":"answer"}""";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task RunAsync_SmallCorpus_TakesTheWalkAndIsReadAgain()
    {
        var run = await RunAsync(new RunOptions());
        await run.WriteAsync(_folder.Combine("run.json"), CancellationToken.None);

        var outcome = run.Outcomes.Should().ContainSingle().Subject;
        outcome.Should().BeEquivalentTo(new { Rank = 1, TypoRank = 1, FactShare = 1d, IsRight = true, CitedRight = 1d, Abstained = false });
        EvaluationRun.Read(_folder.Combine("run.json")).Should().BeEquivalentTo(run);
    }

    [Fact]
    public async Task RunAsync_ReplyThatWasNotRecorded_IsNotRunAndNeverPassed()
    {
        var run = await RunAsync(new RunOptions { Replies = new RecordedReplies(_folder.Combine("none")) });

        run.Outcomes.Should().BeEmpty();
        run.NotRun.Should().Equal("hecho-001");
        new EvaluationGate(Figure.Of(MeasureCatalogue.Suites, run, Outcomes.Run(Outcomes.Of("hecho-001")))).IsPassed.Should().BeFalse();
    }

    [Fact]
    public void Read_SomethingElse_SaysSo() =>
        FluentActions.Invoking(() => EvaluationRun.Read(_folder.Write("x.json", "{}"))).Should().Throw<AzuSenaException>();

    private Task<EvaluationRun> RunAsync(RunOptions options)
    {
        _folder.Write("corpus/contrato.md",
            "---\ntitulo: Contrato de aprendizaje\n---\nEl contrato de aprendizaje dura como máximo tres años. Lo firma la empresa patrocinadora.\n");
        return Evaluator.RunAsync(
            "prueba", EvaluationSet.Read(_folder.Write("q.jsonl", Question), foreign: null),
                options with { Corpus = _folder.Combine("corpus"), Prompts = Repository.Prompts }, CancellationToken.None);
    }
}
