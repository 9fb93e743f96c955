using AzuSena.Answers;

namespace AzuSena.Answering.Tracing;

/// <summary>A finished answer.</summary>
/// <param name="Response">Its text.</param>
/// <param name="Mode">How it was made in the end.</param>
/// <param name="Abstained">Whether it was that the documents do not hold it.</param>
/// <param name="Confidence">Probability that they do, 0 to 1.</param>
/// <param name="LowConfidence">Whether it was marked as uncertain.</param>
/// <param name="Citations">What it cites, in the text's order.</param>
/// <param name="Grounding">Its sentences, held against the passages; null where there was nothing to hold them against.</param>
/// <param name="TimingsMs">How long it took.</param>
public sealed record TracedAnswer(
    TracedText Response,
    string Mode,
    bool Abstained,
    double Confidence,
    bool LowConfidence,
    IReadOnlyList<TracedCitation> Citations,
    IReadOnlyList<TracedSentence>? Grounding,
    AnswerTimings TimingsMs)
{
    /// <summary>What a trace keeps of an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="keep">What makes a text into what may be kept of it.</param>
    internal static TracedAnswer Of(Answer answer, Func<string, TracedText> keep) => new(
        keep(answer.Response),
        answer.Mode,
        answer.Abstained,
        answer.Confidence,
        answer.LowConfidence,
        [.. answer.Citations.Select(TracedCitation.Of)],
        answer.Grounding is { } sentences ? [.. sentences.Select(sentence => TracedSentence.Of(sentence, keep))] : null,
        answer.TimingsMs);
}

/// <summary>A stretch of a passage behind a sentence.</summary>
/// <param name="Number">The number in the answer.</param>
/// <param name="PassageId">Opens the passage.</param>
/// <param name="Start">Where it starts in the passage's text, in UTF-16 units.</param>
/// <param name="End">Where it ends, exclusive.</param>
public sealed record TracedCitation(int Number, string PassageId, int Start, int End)
{
    internal static TracedCitation Of(Citation citation) => new(citation.Number, citation.PassageId, citation.Start, citation.End);
}

/// <summary>A sentence, held against the passages.</summary>
/// <param name="Start">Where it starts in the answer's text, in UTF-16 units.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Support">Whether the passages hold it.</param>
/// <param name="Score">How well they do, 0 to 1.</param>
/// <param name="Citations">What of them does.</param>
/// <param name="NotFound">Laws, amounts, dates and numbers in it that no passage holds.</param>
public sealed record TracedSentence(
    int Start, int End, SentenceSupport Support, double Score, IReadOnlyList<TracedCitation> Citations, IReadOnlyList<TracedText> NotFound)
{
    internal static TracedSentence Of(SentenceGrounding sentence, Func<string, TracedText> keep) => new(
        sentence.Start,
        sentence.End,
        sentence.Support,
        sentence.Score,
        [.. sentence.Citations.Select(TracedCitation.Of)],
        [.. sentence.NotFound.Select(keep)]);
}
