using System.Text.Json;
using System.Text.Json.Serialization;
using AzuSena.Api.OpenAi.Rendering;

namespace AzuSena.Api.OpenAi.Responses;

/// <summary>A reply of <c>/v1/responses</c>, finished or in progress. What clients expect and AzuSENA does not have is null, empty or the default.</summary>
internal sealed record ResponseObject
{
    /// <summary>Its id, with the question's in it.</summary>
    public required string Id { get; init; }

    /// <summary>Always <c>response</c>.</summary>
    public string Object { get; } = "response";

    /// <summary>Unix time in seconds.</summary>
    public required long CreatedAt { get; init; }

    /// <summary><c>in_progress</c>, <c>completed</c> or <c>failed</c>.</summary>
    public required string Status { get; init; }

    /// <summary>Always false.</summary>
    public bool Background { get; }

    /// <summary>Why it failed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public ResponseFailure? Error { get; init; }

    /// <summary>Always null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public object? IncompleteDetails { get; }

    /// <summary>The caller's wish, as it was sent.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Instructions { get; init; }

    /// <summary>Always null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int? MaxOutputTokens { get; }

    /// <summary>The model that was asked.</summary>
    public required string Model { get; init; }

    /// <summary>The one message; empty until it is finished.</summary>
    public IReadOnlyList<ResponseMessage> Output { get; init; } = [];

    /// <summary>Always true.</summary>
    public bool ParallelToolCalls { get; } = true;

    /// <summary>Always null: nothing is stored.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? PreviousResponseId { get; }

    /// <summary>Always false.</summary>
    public bool Store { get; }

    /// <summary>The format of the text.</summary>
    public ResponseText Text { get; } = new(new ResponseFormat("text"));

    /// <summary>Always <c>auto</c>.</summary>
    public string ToolChoice { get; } = "auto";

    /// <summary>Always empty: a client's tools are not called.</summary>
    public IReadOnlyList<object> Tools { get; } = [];

    /// <summary>Always null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public double? Temperature { get; }

    /// <summary>Always null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public double? TopP { get; }

    /// <summary>Always <c>disabled</c>.</summary>
    public string Truncation { get; } = "disabled";

    /// <summary>Its tokens; null until it is finished.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public ResponseUsage? Usage { get; init; }

    /// <summary>What the client attached.</summary>
    public required JsonElement Metadata { get; init; }

    /// <summary>All else of the answer, once it is finished.</summary>
    public AnswerDetails? Azusena { get; init; }
}

/// <summary>Why a reply failed.</summary>
/// <param name="Code">For programs.</param>
/// <param name="Message">For the user, in Spanish.</param>
internal sealed record ResponseFailure(string Code, string Message);

/// <summary>How the text of a reply is written.</summary>
/// <param name="Format">Its format.</param>
internal sealed record ResponseText(ResponseFormat Format);

/// <summary>The format of a text.</summary>
/// <param name="Type">Always <c>text</c>.</param>
internal sealed record ResponseFormat(string Type);

/// <summary>The message of a reply.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Type">Always <c>message</c>.</param>
/// <param name="Status"><c>in_progress</c> or <c>completed</c>.</param>
/// <param name="Role">Always <c>assistant</c>.</param>
/// <param name="Content">Its one part; empty until it begins.</param>
internal sealed record ResponseMessage(string Id, string Type, string Status, string Role, IReadOnlyList<ResponsePart> Content);

/// <summary>The text of a message.</summary>
/// <param name="Type">Always <c>output_text</c>.</param>
/// <param name="Text">The text.</param>
/// <param name="Annotations">What its marks refer to.</param>
/// <param name="Logprobs">Always empty.</param>
internal sealed record ResponsePart(string Type, string Text, IReadOnlyList<ResponseAnnotation> Annotations, IReadOnlyList<object> Logprobs)
{
    /// <summary>A part with this text.</summary>
    public static ResponsePart Of(string text, IReadOnlyList<ResponseAnnotation> annotations) => new("output_text", text, annotations, []);
}

/// <summary>What a mark of the text refers to.</summary>
/// <param name="Type">Always <c>url_citation</c>.</param>
/// <param name="StartIndex">Where the mark begins in the text, in UTF-16 units.</param>
/// <param name="EndIndex">Where it ends, exclusive.</param>
/// <param name="Url">Where the passage can be read.</param>
/// <param name="Title">The title of its document.</param>
internal sealed record ResponseAnnotation(string Type, int StartIndex, int EndIndex, string Url, string Title)
{
    /// <summary>The annotation of a mark.</summary>
    public static ResponseAnnotation Of(CitedSpan span, PassageAddress passages) =>
        new("url_citation", span.Start, span.End, passages.Of(span.Citation.PassageId), span.Citation.Title);
}

/// <summary>The tokens of a reply.</summary>
/// <param name="InputTokens">Of what was sent to the model.</param>
/// <param name="InputTokensDetails">Of these, those that were cached.</param>
/// <param name="OutputTokens">Of what it wrote.</param>
/// <param name="OutputTokensDetails">Of these, those of its reasoning, which are not told apart.</param>
/// <param name="TotalTokens">Both.</param>
internal sealed record ResponseUsage(
    long InputTokens, CachedTokens InputTokensDetails, long OutputTokens, ReasoningTokens OutputTokensDetails, long TotalTokens)
{
    /// <summary>The same, as this API has it.</summary>
    public static ResponseUsage Of(TokenCount count) => new(count.Input, new CachedTokens(0), count.Output, new ReasoningTokens(0), count.Total);
}

/// <summary>Cached tokens.</summary>
/// <param name="Count">How many: always 0.</param>
internal sealed record CachedTokens([property: JsonPropertyName("cached_tokens")] long Count);

/// <summary>Tokens of reasoning.</summary>
/// <param name="Count">How many: always 0.</param>
internal sealed record ReasoningTokens([property: JsonPropertyName("reasoning_tokens")] long Count);
