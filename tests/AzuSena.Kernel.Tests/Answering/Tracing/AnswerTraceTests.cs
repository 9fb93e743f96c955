using AzuSena.Answers;
using AzuSena.Errors;
using AzuSena.Support;
using AzuSena.Testing.Models;

namespace AzuSena.Answering.Tracing;

/// <summary>What a trace says of an answer.</summary>
public sealed class AnswerTraceTests
{
    private const string Asked = "¿Cuánto dura el contrato de aprendizaje?";

    [Fact]
    public async Task Trace_AnsweredQuestion_HoldsTheAnswerAndWhatLedToIt()
    {
        await using var product = await TraceProduct.StartAsync();

        var (id, events) = await product.AskAsync(Asked);
        await product.FlushAsync();

        var answer = events.OfType<AnswerCompleted>().Single().Answer;
        var trace = product.Traces.Find(id)!;
        trace.Outcome.Should().Be(TraceOutcome.Answered);
        trace.Question.Asked.Text.Should().Be(Asked);
        trace.Answer!.Response.Text.Should().Be(answer.Response);
        trace.Answer.Response.Sha256.Should().Be(TraceBuilder.HashOf(answer.Response));
        trace.Answer.Citations.Should().Equal(
            answer.Citations.Select(citation => new TracedCitation(citation.Number, citation.PassageId, citation.Start, citation.End)));
        trace.Answer.Grounding.Should().HaveSameCount(answer.Grounding).And.NotBeEmpty();
        Math.Round(trace.Evidence!.Confidence, 4).Should().Be(answer.Confidence);
        trace.Evidence.Features!.Match.Should().BePositive();
        trace.Retrieval!.Terms.Select(term => term.Stem).Should().Contain("contrat");
        trace.Retrieval.Vectors.Should().BeNull();
        trace.Steps.Select(step => step.Step).Should().ContainInOrder("answer_started", "passages_retrieved", "answer_token", "answer_completed");
        trace.Shortened.Should().BeFalse();
    }

    [Fact]
    public async Task Trace_AskedForAsSoonAsTheEndIsHeard_IsThere()
    {
        await using var product = await TraceProduct.StartAsync();
        await using var events = product.Product.Get<AnswerService>().AskAsync(Question.Create(Asked), CancellationToken.None).GetAsyncEnumerator();
        while (await events.MoveNextAsync() && events.Current is not AnswerCompleted)
        {
        }

        await product.FlushAsync();

        product.Traces.Find(((AnswerCompleted)events.Current).Answer.QuestionId).Should().NotBeNull();
    }

    [Fact]
    public async Task Trace_Candidates_AreAllThatWereConsideredWithTheirScores()
    {
        await using var product = await TraceProduct.StartAsync();

        var (id, events) = await product.AskAsync("¿Dónde se descarga por internet el certificado de la formación?", maxPassages: 2);
        await product.FlushAsync();

        var found = events.OfType<PassagesRetrieved>().Single().Passages;
        var candidates = product.Traces.Find(id)!.Retrieval!.Candidates;
        candidates.Count.Should().BeGreaterThan(found.Count);
        candidates.Select(candidate => candidate.Rank).Should().Equal(Enumerable.Range(1, candidates.Count).Select(rank => (int?)rank));
        candidates.Select(candidate => candidate.Score).Should().BeInDescendingOrder();
        candidates.Take(2).Select(candidate => (candidate.PassageId, Math.Round(candidate.Score!.Value, 4)))
            .Should().Equal(found.Select(passage => ((string?)passage.PassageId, passage.Score)));
        candidates.Take(2).Should().OnlyContain(candidate => candidate.Fate == CandidateFate.Kept && candidate.Text!.Length > 0);
        candidates.Skip(2).Should().OnlyContain(
            candidate => candidate.Fate == CandidateFate.BeyondLimit && candidate.Text == null && candidate.PassageId != null);

        // The recipe of docs/decisions/0004-retrieval.md, worked out from the parts.
        var words = candidates.Select(it => it.Bm25 + (0.3 * (it.Rerank!.Pairs + it.Rerank.Sentence + it.Rerank.Place))).ToArray();
        var grams = candidates.Select(it => it.Rerank!.Grams).ToArray();
        for (var i = 0; i < candidates.Count; i++)
        {
            candidates[i].Words.Should().BeApproximately((0.7 * words[i] / words.Max()) + (0.3 * grams[i] / grams.Max()), 1e-12);
            candidates[i].Score.Should().Be(candidates[i].Words);
        }
    }

    [Fact]
    public async Task Trace_ScoreBelowTheLeast_IsSaidOfThePassage()
    {
        await using var product = await TraceProduct.StartAsync(("Memory:MinScore", "0.6"));

        var trace = await product.TraceAsync("¿Dónde se descarga por internet el certificado de la formación?");

        trace.Settings.MinScore.Should().Be(0.6);
        trace.Retrieval!.Candidates.Should().OnlyContain(
            candidate => candidate.Fate == (candidate.Score < 0.6 ? CandidateFate.BelowScore : CandidateFate.Kept));
        trace.Retrieval.Candidates.Should().Contain(candidate => candidate.Fate == CandidateFate.BelowScore);
    }

    [Fact]
    public async Task Trace_MisspelledWord_IsShownWithWhatItWasReadAs()
    {
        await using var product = await TraceProduct.StartAsync();

        var trace = await product.TraceAsync("¿Cuánto dura el contrato de aprendisaje?");

        trace.Retrieval!.Corrections.Should().Equal(new TracedCorrection("aprendisaje", "aprendizaje"));
        trace.Retrieval.Terms.Should().ContainSingle(term => term.IsGuess);
    }

    [Fact]
    public async Task Trace_Greeting_HasNoSearch()
    {
        await using var product = await TraceProduct.StartAsync();

        var trace = await product.TraceAsync("hola");

        trace.Should().BeEquivalentTo(new { Outcome = TraceOutcome.Answered, Retrieval = (object?)null, Evidence = (object?)null, Prompt = (object?)null });
    }

    [Fact]
    public async Task Trace_Abstention_SaysSoAndWhy()
    {
        await using var product = await TraceProduct.StartAsync(("Answering:AbstainBelow", "1"), ("Answering:UncertainBelow", "1"));

        var trace = await product.TraceAsync(Asked);

        trace.Outcome.Should().Be(TraceOutcome.Abstained);
        trace.Evidence!.Confidence.Should().BeLessThan(trace.Settings.AbstainBelow);
    }

    [Fact]
    public async Task Trace_FailedAnswer_HasItsCodeAndNothingOfTheException()
    {
        await using var product = await TraceProduct.StartAsync(new ComposerDouble(_ => throw new InvalidOperationException("secreto en /home")));

        var trace = await product.TraceAsync(Asked);

        trace.Should().BeEquivalentTo(new { Outcome = TraceOutcome.Failed, Code = ErrorCode.Internal.WireName(), Answer = (object?)null });
        trace.Retrieval.Should().NotBeNull();
        TraceJson.Write(trace).Should().NotContain("secreto");
    }

    [Fact]
    public async Task Trace_CancelledAnswer_SaysSo()
    {
        await using var product = await TraceProduct.StartAsync(new ComposerDouble(ComposerDouble.Forever));
        string id;
        await using (var events = product.Product.Get<AnswerService>().AskAsync(Question.Create(Asked), CancellationToken.None).GetAsyncEnumerator())
        {
            (await events.MoveNextAsync()).Should().BeTrue();
            id = events.Current.Should().BeOfType<AnswerStarted>().Subject.QuestionId;
            while (events.Current is not AnswerToken)
            {
                (await events.MoveNextAsync()).Should().BeTrue();
            }
        }

        await product.FlushAsync();

        product.Traces.Find(id).Should().BeEquivalentTo(new { Outcome = TraceOutcome.Cancelled, Code = (string?)null, Answer = (object?)null });
    }

    [Fact]
    public async Task Trace_ModelAnswer_HasTheRenderedPromptAndTheSettings()
    {
        await using var product = await ModelProduct.StartAsync(_ => ModelScript.Of("Tres años [1]."), ("Llm:Seed", "7"), ("Ollama:Temperature", "0.3"));

        var traces = new List<AnswerTrace>();
        foreach (var question in new[] { Asked, Asked, "¿Cuánto dura un contrato de aprendizaje?" })
        {
            await product.AskAsync(question, variant: "corto");
            traces.Add(product.Product.Get<PendingTraces>().TakeLast()!);
        }

        traces[0].Answer!.Mode.Should().Be("ollama:mistral:7b");
        traces[0].Prompt!.Should().BeEquivalentTo(
            new { Variant = "corto", Mode = "ollama:mistral:7b", Model = new { Name = "mistral:7b", Temperature = 0.3f, Seed = 7 } });
        traces[0].Prompt!.Version.Should().StartWith("Answering/AnswerQuestion.corto@");
        traces[0].Prompt!.Sha256.Should().MatchRegex("^[0-9a-f]{64}$").And.Be(traces[1].Prompt!.Sha256).And.NotBe(traces[2].Prompt!.Sha256);
    }
}
