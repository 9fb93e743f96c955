using AzuSena.Errors;

namespace AzuSena.Answers;

/// <summary>A finished answer.</summary>
/// <param name="Response">The answer's text (Markdown), with citation numbers such as <c>[1]</c>.</param>
/// <param name="QuestionId">The question's id, used in logs and later calls.</param>
/// <param name="ConversationId">The id of the question's conversation, if any.</param>
/// <param name="Mode">How the answer was made: <c>extractive</c>, or the server and its model, such as <c>ollama:mistral:7b</c>.</param>
/// <param name="Abstained">Whether the documents do not answer the question.</param>
/// <param name="Confidence">Probability that the documents answer it, 0 to 1.</param>
/// <param name="LowConfidence">
/// Whether the answer is uncertain: its confidence lies between the two thresholds, or the model that wrote it cited no passage.
/// </param>
/// <param name="Citations">The cited passages, in the order of the text.</param>
/// <param name="TimingsMs">The duration of each step.</param>
/// <param name="Prompt">The prompt that a model wrote the answer from, with the hash of its files; null if no model wrote it.</param>
/// <param name="Grounding">The answer's sentences, checked against the passages; null if there are no passages to check against, as in small talk.</param>
/// <param name="NotKept">Why the answer was not stored in its conversation; null if it was stored, or was asked outside a conversation.</param>
/// <param name="Completeness">How much of what was asked the documents answer; <see cref="Completeness.None"/> for an abstention.</param>
/// <param name="Lead">
/// The beginning of <paramref name="Response"/> that answers by itself, without citation marks: a sentence, a list or a row. It is what is spoken first. Null
/// if nothing is answered.
/// </param>
/// <param name="More">What else was found, quoted, best first; not in <paramref name="Response"/>. Null if there is nothing more.</param>
/// <param name="Suggestions">Up to three questions to ask next, from those that the cited documents list; null if there are none.</param>
/// <param name="Usage">The tokens that the model's server counted; null without a model, or if it counted none.</param>
public record Answer(
    string Response,
    string QuestionId,
    string? ConversationId,
    string Mode,
    bool Abstained,
    double Confidence,
    bool LowConfidence,
    IReadOnlyList<Citation> Citations,
    AnswerTimings TimingsMs,
    string? Prompt = null,
    IReadOnlyList<SentenceGrounding>? Grounding = null,
    NotKept? NotKept = null,
    Completeness Completeness = Completeness.Complete,
    string? Lead = null,
    IReadOnlyList<Citation>? More = null,
    IReadOnlyList<string>? Suggestions = null,
    TokenUsage? Usage = null);

/// <summary>The tokens of the model's reply, as its server counted them.</summary>
/// <param name="Input">Tokens of the prompt.</param>
/// <param name="Output">Tokens of the reply, reasoning included.</param>
public sealed record TokenUsage(long Input, long Output);

/// <summary>Why an answer could not be stored in its conversation. Later questions there are not interpreted in its context.</summary>
/// <param name="Code">Stable error code.</param>
/// <param name="Message">The same as a Spanish message for the user.</param>
public sealed record NotKept(string Code, string Message);

/// <summary>The duration of an answer's steps, in milliseconds.</summary>
/// <param name="Retrieval">Searching the documents.</param>
/// <param name="Composition">Composing the text.</param>
/// <param name="Total">The whole answer, including the rewriting of a follow-up question.</param>
public sealed record AnswerTimings(double Retrieval, double Composition, double Total);

/// <summary>Reads an answer without streaming it.</summary>
public static class AnswerEvents
{
    /// <summary>Waits for the end of the stream.</summary>
    /// <exception cref="AzuSenaException">The stream ended with <see cref="AnswerFailed"/>.</exception>
    public static async Task<Answer> ToAnswerAsync(this IAsyncEnumerable<AnswerEvent> events)
    {
        await foreach (var @event in events)
        {
            switch (@event)
            {
                case AnswerCompleted completed:
                    return completed.Answer;
                case AnswerFailed failed:
                    throw failed.ToException();
            }
        }

        throw new AzuSenaException(ErrorCode.Internal);
    }
}
