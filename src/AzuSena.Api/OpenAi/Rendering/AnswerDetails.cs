using AzuSena.Answers;
using AzuSena.Api.OpenAi.Requests;

namespace AzuSena.Api.OpenAi.Rendering;

/// <summary>All of an answer that OpenAI's API has no place for: the member <c>azusena</c> of a reply.</summary>
/// <param name="QuestionId">The question's id, for feedback and the trace.</param>
/// <param name="TraceId">The same: <c>GET /azusena_api/questions/{id}/trace</c>.</param>
/// <param name="Mode">How the answer was made.</param>
/// <param name="Completeness">How much of what was asked it holds.</param>
/// <param name="Abstained">Whether the documents do not answer the question.</param>
/// <param name="Confidence">Probability that they answer it, 0 to 1.</param>
/// <param name="LowConfidence">Answered, but to be read with care.</param>
/// <param name="Response">The answer's text, if it is not the text of the reply: something that was sent has been withdrawn.</param>
/// <param name="Lead">The beginning that answers by itself.</param>
/// <param name="Citations">The citations with their quotes.</param>
/// <param name="More">What else was found.</param>
/// <param name="Suggestions">Questions to ask next.</param>
/// <param name="Grounding">The sentences, compared with the passages; positions are those in the answer's text.</param>
/// <param name="Prompt">The prompt that a model was given.</param>
/// <param name="TimingsMs">The duration of each step.</param>
/// <param name="UsageEstimated">Whether the tokens of <c>usage</c> are estimated, as no model counted them.</param>
/// <param name="Notes">What of the request was passed over, and why.</param>
internal sealed record AnswerDetails(
    string QuestionId,
    string TraceId,
    string Mode,
    Completeness Completeness,
    bool Abstained,
    double Confidence,
    bool LowConfidence,
    string? Response,
    string? Lead,
    IReadOnlyList<Citation> Citations,
    IReadOnlyList<Citation>? More,
    IReadOnlyList<string>? Suggestions,
    IReadOnlyList<SentenceGrounding>? Grounding,
    string? Prompt,
    AnswerTimings TimingsMs,
    bool UsageEstimated,
    IReadOnlyList<AnswerNote>? Notes)
{
    /// <summary>The details of an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="text">The text of the reply.</param>
    /// <param name="notes">What was passed over.</param>
    public static AnswerDetails Of(Answer answer, string text, IReadOnlyList<AnswerNote> notes) => new(
        answer.QuestionId,
        answer.QuestionId,
        answer.Mode,
        answer.Completeness,
        answer.Abstained,
        answer.Confidence,
        answer.LowConfidence,
        answer.Response == text ? null : answer.Response,
        answer.Lead,
        answer.Citations,
        answer.More,
        answer.Suggestions,
        answer.Grounding,
        answer.Prompt,
        answer.TimingsMs,
        answer.Usage is null,
        notes.Count > 0 ? notes : null);
}
