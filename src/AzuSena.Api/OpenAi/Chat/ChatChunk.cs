using System.Text.Json.Serialization;
using AzuSena.Api.OpenAi.Rendering;

namespace AzuSena.Api.OpenAi.Chat;

/// <summary>A part of a streamed reply.</summary>
/// <param name="Id">The reply's id, the same in all its parts.</param>
/// <param name="Object">Always <c>chat.completion.chunk</c>.</param>
/// <param name="Created">Unix time in seconds, the same in all parts.</param>
/// <param name="Model">The model that was asked.</param>
/// <param name="Choices">The next part of the one reply; empty in the part with the tokens.</param>
/// <param name="Usage">The reply's tokens, in the last part, if they were asked for.</param>
/// <param name="Azusena">All else of the answer, in the part that ends the text.</param>
internal sealed record ChatChunk(
    string Id, string Object, long Created, string Model, IReadOnlyList<ChunkChoice> Choices, ChatUsage? Usage = null, AnswerDetails? Azusena = null);

/// <summary>The next part of a reply.</summary>
/// <param name="Index">Its number, from 0.</param>
/// <param name="Delta">What is added.</param>
/// <param name="Logprobs">Always null.</param>
/// <param name="FinishReason"><c>stop</c> in the part that ends the text; null before.</param>
internal sealed record ChunkChoice(
    int Index,
    ChatDelta Delta,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] object? Logprobs,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? FinishReason);

/// <summary>What a part adds.</summary>
/// <param name="Role">Who speaks, in the first part.</param>
/// <param name="Content">Text to append.</param>
/// <param name="ReasoningContent">Text to append to the model's reasoning, which is not part of the answer.</param>
/// <param name="Annotations">What the marks of the whole text refer to.</param>
internal sealed record ChatDelta(
    string? Role = null, string? Content = null, string? ReasoningContent = null, IReadOnlyList<ChatAnnotation>? Annotations = null);
