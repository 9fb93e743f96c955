using AzuSena.Answers;

namespace AzuSena.Mcp;

/// <summary>The walk of one question, as the process that serves runs it: within its limits, and for the caller of the current request.</summary>
public interface IQuestionWalk
{
    /// <summary>Answers a question.</summary>
    /// <param name="question">The question.</param>
    /// <param name="cancellationToken">Ends the work, at the model server too.</param>
    /// <exception cref="Errors.AzuSenaException">The question is invalid; the message says what to change.</exception>
    IAsyncEnumerable<AnswerEvent> AskAsync(AskedQuestion question, CancellationToken cancellationToken);
}

/// <summary>A question as a client sent it.</summary>
/// <param name="Text">The question.</param>
/// <param name="ConversationId">The conversation it belongs to, if any.</param>
/// <param name="MaxPassages">How many passages the answer may draw on; null for the service's default.</param>
/// <param name="PromptVariant">The prompt variant to answer with; null to let the service choose.</param>
public sealed record AskedQuestion(string Text, string? ConversationId, int? MaxPassages, string? PromptVariant);
