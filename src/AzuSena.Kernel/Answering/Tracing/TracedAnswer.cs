using AzuSena.Answers;

namespace AzuSena.Answering.Tracing;

/// <summary>A finished answer.</summary>
/// <param name="Response">Its text.</param>
/// <param name="Mode">The final mode.</param>
/// <param name="Abstained">Whether it was an abstention.</param>
/// <param name="Confidence">Probability that the documents answer the question, 0 to 1.</param>
/// <param name="LowConfidence">Whether it was marked as uncertain.</param>
/// <param name="Citations">The citations, in the order of the text.</param>
/// <param name="Grounding">Its sentences, checked against the passages; null if there were no passages to check against.</param>
/// <param name="TimingsMs">The duration of each step.</param>
/// <param name="Completeness">How much of what was asked it holds; null in traces recorded before this was.</param>
public sealed record TracedAnswer(
    TracedText Response,
    string Mode,
    bool Abstained,
    double Confidence,
    bool LowConfidence,
    IReadOnlyList<TracedCitation> Citations,
    IReadOnlyList<TracedSentence>? Grounding,
    AnswerTimings TimingsMs,
    Completeness? Completeness = null)
{
    /// <summary>Converts an answer for a trace.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="keep">Converts a text to the form that may be stored.</param>
    internal static TracedAnswer Of(Answer answer, Func<string, TracedText> keep) => new(
        keep(answer.Response),
        answer.Mode,
        answer.Abstained,
        answer.Confidence,
        answer.LowConfidence,
        [.. answer.Citations.Select(TracedCitation.Of)],
        answer.Grounding is { } sentences ? [.. sentences.Select(sentence => TracedSentence.Of(sentence, keep))] : null,
        answer.TimingsMs,
        answer.Completeness);
}

/// <summary>A range of a passage that supports a sentence.</summary>
/// <param name="Number">The citation number in the answer.</param>
/// <param name="PassageId">The passage's id.</param>
/// <param name="Start">Start in the passage's text, in UTF-16 units.</param>
/// <param name="End">End, exclusive.</param>
public sealed record TracedCitation(int Number, string PassageId, int Start, int End)
{
    internal static TracedCitation Of(Citation citation) => new(citation.Number, citation.PassageId, citation.Start, citation.End);
}

/// <summary>A sentence, checked against the passages.</summary>
/// <param name="Start">Start in the answer's text, in UTF-16 units.</param>
/// <param name="End">End, exclusive.</param>
/// <param name="Support">Whether the passages support it.</param>
/// <param name="Score">The degree of support, 0 to 1.</param>
/// <param name="Citations">The supporting ranges.</param>
/// <param name="NotFound">Laws, amounts, dates and numbers of the sentence that no passage contains.</param>
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
