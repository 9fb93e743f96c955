using AzuSena.Errors;

namespace AzuSena.Answers;

/// <summary>A finished answer.</summary>
/// <param name="Response">Its text (Markdown), with citation numbers as <c>[1]</c>.</param>
/// <param name="QuestionId">Names the question in logs and later calls.</param>
/// <param name="ConversationId">The conversation that the question named, if any.</param>
/// <param name="Mode">How it was made: <c>extractive</c>, or the server and its model, such as <c>ollama:mistral:7b</c>.</param>
/// <param name="Abstained">Whether the documents do not answer the question.</param>
/// <param name="Confidence">Probability that the documents answer it, 0 to 1.</param>
/// <param name="LowConfidence">Whether it should be read with care: between the two thresholds, or a model named no passage for any of it.</param>
/// <param name="Citations">The passages behind its sentences, in the text's order.</param>
/// <param name="TimingsMs">How long it took.</param>
/// <param name="Prompt">The prompt that a model wrote it from, with the hash of its files; null where none did.</param>
/// <param name="Grounding">Its sentences, held against the passages; null where there is nothing to hold them against, as in small talk.</param>
/// <param name="NotKept">Why it is not among its conversation's turns; null where it is, or where it was asked in none.</param>
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
    NotKept? NotKept = null);

/// <summary>Why an answer that was given could not be kept in its conversation. What is asked next there is not understood from it.</summary>
/// <param name="Code">Stable name of what went wrong.</param>
/// <param name="Message">The same for a person, in Spanish.</param>
public sealed record NotKept(string Code, string Message);

/// <summary>How long the steps of an answer took, in milliseconds.</summary>
/// <param name="Retrieval">Searching the memory.</param>
/// <param name="Composition">Making the text.</param>
/// <param name="Total">All of it, also making a follow-up question complete.</param>
public sealed record AnswerTimings(double Retrieval, double Composition, double Total);

/// <summary>The answer without its stream.</summary>
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
