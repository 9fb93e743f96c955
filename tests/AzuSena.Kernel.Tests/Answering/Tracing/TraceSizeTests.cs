using System.Text;
using AzuSena.Answers;

namespace AzuSena.Answering.Tracing;

/// <summary>Whatever an answer was made of, its trace fits the smallest size that may be set.</summary>
public sealed class TraceSizeTests
{
    private const int Smallest = 8192;

    [Fact]
    public void Fit_EverythingAsLongAsItGets_KeepsWhatAReplayCompares()
    {
        var text = new TracedText(new string('f', 64), new string('x', 16_000));
        var candidates = Enumerable.Range(1, Question.MaxPassagesLimit).Select(rank => new TracedCandidate(
            new string('a', 20),
            CandidateSource.Vectors,
            rank,
            CandidateFate.Kept,
            Math.PI,
            new TracedRerank(Math.E, Math.E, Math.E, Math.E),
            Math.PI / 7,
            Math.PI / 11,
            Math.PI / 13,
            Title: new string('t', 2000),
            Text: new string('x', 4000)));
        var rules = new TracedRules(0, 300, [.. Enumerable.Range(1, 300).Select(i => $"artículo {i} de la Ley 119 de 1994")]);
        var trace = new AnswerTrace(
            new string('0', 32),
            DateTimeOffset.UnixEpoch,
            TraceOutcome.Answered,
            Code: null,
            new TracedQuestion(text, text, true, Question.MaxPassagesLimit, new string('v', 64)),
            new TracedSettings("1.0.0", "ollama:mistral:7b", 0.3, 0.6, "mark", 0),
            new TracedRetrieval(7, new string('s', 32), [.. Enumerable.Repeat(new TracedTerm("stem", 1, false), 500)], [], 0, rules, null, [.. candidates]),
            Evidence: null,
            new TracedPrompt("Answering/AnswerQuestion@0123456789ab", "base", text.Sha256, "ollama:mistral:7b", new TracedModel(
                "mistral:7b", 0, 0, 0, 0, 0, [.. Enumerable.Range(0, 200).Select(i => $"plugin_tool_number_{i}")])),
            Answer: null,
            [],
            TotalMs: 1);

        var json = TraceSize.Fit(trace, Smallest)!;

        Encoding.UTF8.GetByteCount(json).Should().BeLessThanOrEqualTo(Smallest);
        var kept = TraceJson.Read(json);
        kept.Shortened.Should().BeTrue();
        kept.Retrieval!.Candidates.Select(candidate => (candidate.PassageId, candidate.Score)).Should().Equal(
            trace.Retrieval!.Candidates.Select(candidate => (candidate.PassageId, candidate.Score)));
    }
}
