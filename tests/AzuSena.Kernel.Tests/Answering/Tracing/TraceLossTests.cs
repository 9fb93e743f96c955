using AzuSena.Answers;
using AzuSena.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace AzuSena.Answering.Tracing;

/// <summary>What may go wrong between an answer and its trace costs no other trace, and none at all if it passes.</summary>
public sealed class TraceLossTests
{
    private const string Asked = "¿Cuánto dura el contrato de aprendizaje?";

    [Fact]
    public async Task Flush_OneTraceThatCannotBeBuilt_IsNamedAndLosesNoOther()
    {
        var log = new FakeLogger<PendingTraces>();
        await using var product = await TraceProduct.StartAsync(services => services.AddSingleton<ILogger<PendingTraces>>(log));
        var before = (await product.AskAsync(Asked)).Id;
        using (var bad = product.Product.Get<AnswerTracing>().Begin(Question.Create(Asked), "bad")!)
        {
            bad.Add(new UnknownEvent());
        }

        var after = (await product.AskAsync(Asked)).Id;
        await product.FlushAsync();

        product.Traces.Find(before).Should().NotBeNull();
        product.Traces.Find(after).Should().NotBeNull();
        log.Collector.GetSnapshot().Should().ContainSingle().Which.Message.Should().Contain("bad");
    }

    [Fact]
    public async Task Flush_StoreCannotBeWrittenForAWhile_IsSaidOnceAndLosesNothing()
    {
        var log = new FakeLogger<PendingTraces>();
        await using var product = await TraceProduct.StartAsync(services => services.AddSingleton<ILogger<PendingTraces>>(log));
        var file = Path.Combine(product.Product.DataFolder, "traces.db");
        Directory.CreateDirectory(file);
        var ids = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            ids.Add((await product.AskAsync(Asked)).Id);
            await product.FlushAsync();
        }

        Directory.Delete(file);
        ids.Add((await product.AskAsync(Asked)).Id);
        await product.FlushAsync();

        ids.Should().OnlyContain(id => product.Traces.Find(id) != null);
        log.Collector.GetSnapshot().Should().ContainSingle(entry => entry.Level == LogLevel.Warning);
    }

    [Fact]
    public async Task Flush_AThousandAnswersInARow_AreAThousandTraces()
    {
        await using var product = await TraceProduct.StartAsync();
        var ids = new List<string>();
        for (var i = 0; i < 1000; i++)
        {
            ids.Add((await product.AskAsync("hola")).Id);
        }

        await product.FlushAsync();

        ids.Count(id => product.Traces.Find(id) is not null).Should().Be(1000);
    }

    [Fact]
    public async Task Flush_PassagesReplacedMeanwhile_KeepsTheIdsThatWereFound()
    {
        using var corpus = Support.TestCorpus.Create();
        await using var product = new TestProduct(corpus.Path);
        await product.IndexAsync();
        var question = Question.Create("¿Dónde se descarga por internet el certificado de la formación?", maxPassages: 1);
        var answer = await product.Get<AnswerService>().AskAsync(question, CancellationToken.None).ToAnswerAsync();
        foreach (var file in Directory.EnumerateFiles(corpus.Path, "*.md"))
        {
            await File.AppendAllTextAsync(file, "\n\nOtro párrafo más, que lo cambia todo.\n");
        }

        await product.IndexAsync();
        await product.Get<PendingTraces>().FlushAsync(CancellationToken.None);

        var candidates = product.Get<TraceStore>().Find(answer.QuestionId)!.Retrieval!.Candidates;
        candidates.Should().HaveCountGreaterThan(1).And.OnlyContain(candidate => candidate.PassageId != null);
    }

    [Fact]
    public async Task Stop_NoTimeLeft_EndsWithoutAnError()
    {
        await using var product = await TraceProduct.StartAsync();
        var writing = product.Product.Get<IEnumerable<IHostedService>>().OfType<TraceWriting>().Single();
        await product.AskAsync(Asked);

        await writing.Invoking(it => it.StopAsync(new CancellationToken(canceled: true))).Should().NotThrowAsync();
    }

    [Fact]
    public void Write_ScoreThatIsNoNumber_IsReadAgain()
    {
        var step = new TracedStep("answer_token", Detail: null, double.NaN, 1, LastMs: null);
        var trace = new AnswerTrace(
            "id",
            DateTimeOffset.UnixEpoch,
            TraceOutcome.Answered,
            Code: null,
            new TracedQuestion(new("h"), new("h"), false, 5, null),
            new TracedSettings("1", null, 0, 0, "mark", 0),
            null,
            null,
            null,
            null,
            [step],
            0);

        TraceJson.Read(TraceJson.Write(trace)).Steps.Should().Equal(step);
    }

    private sealed record UnknownEvent : AnswerEvent;
}
