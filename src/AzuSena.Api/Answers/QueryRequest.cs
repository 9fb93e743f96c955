using System.Security.Claims;
using System.Text.Json.Serialization;
using AzuSena.Answers;
using AzuSena.Api.Bodies;
using AzuSena.Api.Security;

namespace AzuSena.Api.Answers;

/// <summary>A question as REST and SignalR take it.</summary>
/// <param name="Query">The question, up to 4,000 characters.</param>
/// <param name="ConversationId">The conversation it belongs to, if any; given back in the answer.</param>
/// <param name="MaxDocs">How many passages the answer may draw on, 1 to 20.</param>
/// <param name="PromptVariant">The variant of the prompt that a model is to answer with; <c>base</c> for the prompt itself.</param>
/// <param name="Resumable">Whether a streamed answer goes on for a while when the connection is cut, so that it can be taken up again.</param>
public sealed record QueryRequest(
    string? Query,
    string? ConversationId = null,
    [property: JsonConverter(typeof(WholeNumber))] int? MaxDocs = null,
    string? PromptVariant = null,
    bool? Resumable = null)
{
    /// <summary>The question, checked.</summary>
    /// <exception cref="AzuSena.Errors.AzuSenaException">It cannot be asked; the message says what to change.</exception>
    public Question ToQuestion(ClaimsPrincipal? caller) => Question.Create(Query, MaxDocs, ConversationId, ApiKeyOwner.Of(caller), PromptVariant);
}
