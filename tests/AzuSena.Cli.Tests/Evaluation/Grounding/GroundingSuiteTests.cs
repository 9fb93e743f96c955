using AzuSena.Answers;
using AzuSena.Evaluation.Grounding;
using AzuSena.Evaluation.Measures;
using AzuSena.Evaluation.Reports;
using AzuSena.Evaluation.Results;
using AzuSena.Testing;

namespace AzuSena.Cli.Tests.Evaluation.Grounding;

public sealed class GroundingSuiteTests
{
    [Fact]
    public async Task AddAsync_CalibrationData_MeasuresASampleOfHeldOutSentences()
    {
        var data = Path.Combine(Repository.Root, "tests", "AzuSena.Evaluation", "calibration", "squad-es-v2-a.json.gz");

        var run = await GroundingSuite.AddAsync(EvaluationRun.Empty("prueba"), data, CancellationToken.None);

        run.Sentences!.Select(sentence => sentence.Id).Should().OnlyHaveUniqueItems();
        run.Sentences!.Should().OnlyContain(sentence => sentence.IsHeldOut).And.HaveCountGreaterThan(500).And.HaveCountLessThan(3_000);
        run.Sentences!.Where(sentence => sentence.Detail is not null).Should().OnlyContain(sentence => !sentence.IsRight);
        Figure.Of(["grounding"], run, run).Should().HaveCount(8).And.OnlyContain(figure => figure.Now!.Value > 0.8 && figure.Difference!.Value == 0);
    }

    [Fact]
    public async Task AddAsync_NoData_SaysWhy()
    {
        using var folder = new TemporaryFolder();

        var run = await GroundingSuite.AddAsync(EvaluationRun.Empty("prueba"), folder.Combine("frases.json.gz"), CancellationToken.None);

        run.Sentences.Should().BeNull();
        run.Unavailable.Should().ContainKey("grounding").WhoseValue.Should().Contain("frases.json.gz");
        HtmlReport.Of(run, before: null, Figure.Of(MeasureCatalogue.Suites, run, before: null))
            .Should().Contain("grounding: no se ejecutó").And.Contain("frases.json.gz");
    }

    [Fact]
    public async Task WriteAsync_SentencesAndRecordings_AreReadAgainAndShown()
    {
        using var folder = new TemporaryFolder();
        var run = EvaluationRun.Empty("prueba") with
        {
            Sentences = [new SentenceOutcome("0001-Number-1", SentenceLabel.Number, IsHeldOut: true, SentenceSupport.Supported, IsRight: false,
                new SentenceDetail("Dura <b>dos</b> años.", 0.9, [], ["Dura tres años."]))],
            Clips = [ClipOutcome.Of("001.ogg", "hola a todos", "hola todos")],
        };

        await run.WriteAsync(folder.Combine("run.json"), CancellationToken.None);
        var read = EvaluationRun.Read(folder.Combine("run.json"));

        read.Should().BeEquivalentTo(run);
        HtmlReport.Of(read, before: null, Figure.Of(MeasureCatalogue.Suites, read, before: null))
            .Should().Contain("Dura &lt;b&gt;dos").And.Contain("hola todos").And.Contain("voice/wer").And.NotContain("<svg");
    }
}
