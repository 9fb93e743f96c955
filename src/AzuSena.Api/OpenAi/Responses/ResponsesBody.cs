using System.Text.Json;

namespace AzuSena.Api.OpenAi.Responses;

/// <summary>The body of a request to <c>/v1/responses</c>, as it is described; <see cref="ResponsesRequest"/> reads it. All else is ignored.</summary>
/// <param name="Model"><c>azusena</c>, <c>azusena:VARIANT</c> or <c>azusena-extractivo</c>.</param>
/// <param name="Input">The question, or the conversation as a list of messages with <c>role</c> and <c>content</c>.</param>
/// <param name="Instructions">A wish about tone and form, for a model; repeated in the reply. It lifts no rule.</param>
/// <param name="Stream">Whether the reply is streamed.</param>
/// <param name="Metadata">Repeated in the reply.</param>
/// <param name="MaxDocs">How many passages the answer may use, 1 to 20.</param>
internal sealed record ResponsesBody(
    string Model, object Input, string? Instructions = null, bool? Stream = null, JsonElement? Metadata = null, int? MaxDocs = null);
