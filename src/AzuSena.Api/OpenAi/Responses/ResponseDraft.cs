using System.Text.Json;
using AzuSena.Answers;
using AzuSena.Api.Errors;
using AzuSena.Api.OpenAi.Rendering;

namespace AzuSena.Api.OpenAi.Responses;

/// <summary>A reply at each of its stages.</summary>
/// <param name="request">The request.</param>
/// <param name="passages">The addresses of passages.</param>
/// <param name="created">When it was asked, in Unix seconds.</param>
internal sealed class ResponseDraft(ResponsesRequest request, PassageAddress passages, long created)
{
    private static readonly JsonElement Nothing = JsonSerializer.SerializeToElement(new object());

    /// <summary>The id of the message that answers a question.</summary>
    public static string MessageIdOf(string questionId) => $"msg_{questionId}";

    /// <summary>A reply in progress.</summary>
    public ResponseObject InProgress(string questionId) => Of(questionId, "in_progress");

    /// <summary>A reply that failed.</summary>
    public ResponseObject Failed(string questionId, AnswerFailed failed)
    {
        var error = OpenAiError.Of(failed);
        return Of(questionId, "failed") with { Error = new ResponseFailure(error.Code, error.Message) };
    }

    /// <summary>A finished reply.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="text">The text that the client has.</param>
    /// <param name="annotations">What its marks refer to.</param>
    public ResponseObject Completed(Answer answer, string text, IReadOnlyList<ResponseAnnotation> annotations) => Of(answer.QuestionId, "completed") with
    {
        Output = [Message(answer.QuestionId, "completed", ResponsePart.Of(text, annotations))],
        Usage = ResponseUsage.Of(TokenCount.Of(answer, request.Question.Told, text)),
        Azusena = AnswerDetails.Of(answer, text, request.Question.AllNotes),
    };

    /// <summary>What the marks of a text refer to.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="text">The text that the client has.</param>
    /// <param name="from">Where the answer begins in it.</param>
    public IReadOnlyList<ResponseAnnotation> AnnotationsOf(Answer answer, string text, int from) =>
        [.. CitedSpan.In(text, from, answer.Citations).Select(span => ResponseAnnotation.Of(span, passages))];

    /// <summary>The message of a reply.</summary>
    public static ResponseMessage Message(string questionId, string status, params ResponsePart[] content) =>
        new(MessageIdOf(questionId), "message", status, "assistant", content);

    private ResponseObject Of(string questionId, string status) => new()
    {
        Id = $"resp_{questionId}",
        CreatedAt = created,
        Status = status,
        Instructions = request.Instructions,
        Model = request.Question.Model.Name,
        Metadata = request.Metadata ?? Nothing,
    };
}
