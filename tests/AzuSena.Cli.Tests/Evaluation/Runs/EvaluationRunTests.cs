using AzuSena.Answers;
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
    private const string Text = "El contrato de aprendizaje dura como máximo tres años. Lo firma la empresa patrocinadora.";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task RunAsync_SmallCorpus_TakesTheWalkAndIsReadAgain()
    {
        var run = await RunAsync(new RunOptions());
        await run.WriteAsync(_folder.Combine("run.json"), CancellationToken.None);

        var outcome = run.Outcomes.Should().ContainSingle().Subject;
        outcome.Should().BeEquivalentTo(new { Rank = 1, TypoRank = 1, FactShare = 1d, IsRight = true, CitedRight = 1d, Abstained = false });
        outcome.Quality.Should().BeEquivalentTo(
            new { Leads = true, RelevantSentences = outcome.Quality!.CitedSentences, IsGood = true, Completeness = Completeness.Complete });
        outcome.Quality.CitedSentences.Should().BePositive();
        EvaluationRun.Read(_folder.Combine("run.json")).Should().BeEquivalentTo(run);
    }

    [Theory]
    [InlineData("Duración", true)]
    [InlineData("Firma", false)]
    public async Task RunAsync_QuestionThatNamesSections_CountsSentencesOfTheseAlone(string section, bool isRelevant)
    {
        _folder.Write("corpus/contrato.md", $"---\ntitulo: Contrato de aprendizaje\n---\n## Duración\n\n{Text}\n");

        var run = await AskAsync(Question.Replace("\"expect\"", $"\"sections\":[\"{section}\"],\"expect\"", StringComparison.Ordinal), new RunOptions());

        (run.Outcomes.Single().Quality!.RelevantSentences > 0).Should().Be(isRelevant);
    }

    [Fact]
    public async Task Read_RunWithoutQuality_CountsNothingThatItDidNotKeep()
    {
        const string outcome = """
            {"id":"a","kind":"fact","expect":"answer","rank":1,"typo_rank":1,"abstained":false,"confidence":0.9,
            "fact_share":1,"is_clean":true,"is_right":true,"cited_right":1,"detail":null}
            """;
        var older = EvaluationRun.Read(
            _folder.Write("old.json", $$"""{"data":"q","mode":"extractive","embedder":null,"threshold":0.35,"outcomes":[{{outcome}}]}"""));
        var run = await RunAsync(new RunOptions());

        older.Outcomes.Single().Quality.Should().BeNull();
        Figure.Of(["answers"], run, older).Where(figure => figure.Measure.Name is "good" or "lead" or "words")
            .Should().HaveCount(3).And.OnlyContain(figure => figure.Now != null && figure.Before == null && figure.IsWorse == null);
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
            $"---\ntitulo: Contrato de aprendizaje\n---\n{Text}\n");
        return AskAsync(Question, options);
    }

    private Task<EvaluationRun> AskAsync(string line, RunOptions options) => Evaluator.RunAsync(
        "prueba",
        EvaluationSet.Read(_folder.Write("q.jsonl", line), foreign: null),
        options with { Corpus = _folder.Combine("corpus"), Prompts = Repository.Prompts },
        CancellationToken.None);
}
