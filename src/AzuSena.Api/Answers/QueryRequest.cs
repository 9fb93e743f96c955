using System.Security.Claims;
using System.Text.Json.Serialization;
using AzuSena.Answers;
using AzuSena.Api.Bodies;
using AzuSena.Api.Security;

namespace AzuSena.Api.Answers;

/// <summary>A question as sent over REST and SignalR.</summary>
/// <param name="Query">The question, up to 4,000 characters.</param>
/// <param name="ConversationId">The conversation it belongs to, if any; returned in the answer.</param>
/// <param name="MaxDocs">How many passages the answer may use, 1 to 20.</param>
/// <param name="PromptVariant">The prompt variant that a model must answer with; <c>base</c> for the prompt itself.</param>
/// <param name="Resumable">Whether a streamed answer continues for a while when the connection is cut, so that it can be resumed.</param>
public sealed record QueryRequest(
    string? Query,
    string? ConversationId = null,
    [property: JsonConverter(typeof(WholeNumber))] int? MaxDocs = null,
    string? PromptVariant = null,
    bool? Resumable = null)
{
    /// <summary>The validated question.</summary>
    /// <exception cref="AzuSena.Errors.AzuSenaException">The question is invalid; the message says what to change.</exception>
    public Question ToQuestion(ClaimsPrincipal? caller) => Question.Create(Query, MaxDocs, ConversationId, ApiKeyOwner.Of(caller), PromptVariant);
}
