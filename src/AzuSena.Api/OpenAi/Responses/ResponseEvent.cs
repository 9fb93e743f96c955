namespace AzuSena.Api.OpenAi.Responses;

/// <summary>A step of a streamed reply. Which members it has depends on its type.</summary>
internal sealed record ResponseEvent
{
    /// <summary>Its type, which is the Server-Sent Event's name too.</summary>
    public required string Type { get; init; }

    /// <summary>Its place in the stream, from 0.</summary>
    public required int SequenceNumber { get; init; }

    /// <summary>The reply as it stands.</summary>
    public ResponseObject? Response { get; init; }

    /// <summary>The message that the step belongs to.</summary>
    public string? ItemId { get; init; }

    /// <summary>The message's place in the reply: 0.</summary>
    public int? OutputIndex { get; init; }

    /// <summary>The part's place in the message: 0.</summary>
    public int? ContentIndex { get; init; }

    /// <summary>The message as it stands.</summary>
    public ResponseMessage? Item { get; init; }

    /// <summary>The part as it stands.</summary>
    public ResponsePart? Part { get; init; }

    /// <summary>Text to append.</summary>
    public string? Delta { get; init; }

    /// <summary>The whole text.</summary>
    public string? Text { get; init; }

    /// <summary>Always empty.</summary>
    public IReadOnlyList<object>? Logprobs { get; init; }

    /// <summary>The annotation's place in its part, from 0.</summary>
    public int? AnnotationIndex { get; init; }

    /// <summary>What a mark of the text refers to.</summary>
    public ResponseAnnotation? Annotation { get; init; }
}
