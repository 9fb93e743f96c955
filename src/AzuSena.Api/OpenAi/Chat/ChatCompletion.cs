using System.Text.Json.Serialization;
using AzuSena.Api.OpenAi.Rendering;

namespace AzuSena.Api.OpenAi.Chat;

/// <summary>A whole reply of <c>/v1/chat/completions</c>.</summary>
/// <param name="Id">Its id, with the question's in it.</param>
/// <param name="Object">Always <c>chat.completion</c>.</param>
/// <param name="Created">Unix time in seconds.</param>
/// <param name="Model">The model that was asked.</param>
/// <param name="Choices">The one reply.</param>
/// <param name="Usage">Its tokens.</param>
/// <param name="Azusena">All else of the answer.</param>
internal sealed record ChatCompletion(
    string Id, string Object, long Created, string Model, IReadOnlyList<ChatChoice> Choices, ChatUsage Usage, AnswerDetails Azusena);

/// <summary>A reply.</summary>
/// <param name="Index">Its number, from 0.</param>
/// <param name="Message">The message.</param>
/// <param name="Logprobs">Always null.</param>
/// <param name="FinishReason">Always <c>stop</c>: an abstention is an answer too.</param>
internal sealed record ChatChoice(
    int Index,
    ChatMessage Message,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] object? Logprobs,
    string FinishReason);

/// <summary>The message of a reply.</summary>
/// <param name="Role">Always <c>assistant</c>.</param>
/// <param name="Content">The answer's text.</param>
/// <param name="Refusal">Always null.</param>
/// <param name="Annotations">What the text's marks refer to.</param>
internal sealed record ChatMessage(
    string Role,
    string Content,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Refusal,
    IReadOnlyList<ChatAnnotation> Annotations);

/// <summary>What a mark of the text refers to.</summary>
/// <param name="Type">Always <c>url_citation</c>.</param>
/// <param name="UrlCitation">The citation.</param>
internal sealed record ChatAnnotation(string Type, ChatCitation UrlCitation)
{
    /// <summary>The annotations of marks, by the number of the citation: chats number the sources that they show as they come.</summary>
    public static IReadOnlyList<ChatAnnotation> Of(IEnumerable<CitedSpan> spans, PassageAddress passages) =>
        [.. spans.OrderBy(span => span.Citation.Number).Select(span => Of(span, passages))];

    private static ChatAnnotation Of(CitedSpan span, PassageAddress passages) => new(
        "url_citation", new ChatCitation(span.Start, span.End, passages.Of(span.Citation.PassageId), span.Citation.Title));
}

/// <summary>A citation.</summary>
/// <param name="StartIndex">Where its mark begins in the text, in UTF-16 units.</param>
/// <param name="EndIndex">Where it ends, exclusive.</param>
/// <param name="Url">Where the passage can be read.</param>
/// <param name="Title">The title of its document.</param>
internal sealed record ChatCitation(int StartIndex, int EndIndex, string Url, string Title);

/// <summary>The tokens of a reply.</summary>
/// <param name="PromptTokens">Of what was sent to the model.</param>
/// <param name="CompletionTokens">Of what it wrote.</param>
/// <param name="TotalTokens">Both.</param>
internal sealed record ChatUsage(long PromptTokens, long CompletionTokens, long TotalTokens)
{
    /// <summary>The same, as this API has it.</summary>
    public static ChatUsage Of(TokenCount count) => new(count.Input, count.Output, count.Total);
}
