using System.Text.Json;
using AzuSena.Answers;
using AzuSena.Api.Answers.Live;
using AzuSena.Api.OpenAi.Rendering;

namespace AzuSena.Api.OpenAi.Responses;

/// <summary>Renders an answer as the events of a streamed response, numbered from 0.</summary>
/// <param name="draft">The reply at each of its stages.</param>
/// <param name="text">The text that the client has.</param>
/// <param name="json">The service's JSON.</param>
internal sealed class ResponseStream(ResponseDraft draft, SentText text, JsonSerializerOptions json)
{
    private int _number;
    private string _questionId = "";

    /// <summary>The frames.</summary>
    public async IAsyncEnumerable<SseFrame> FramesAsync(IAsyncEnumerable<AnswerEvent> events)
    {
        await foreach (var step in events)
        {
            foreach (var frame in FramesOf(step))
            {
                yield return frame;
            }

            if (step is AnswerCompleted or AnswerFailed)
            {
                yield break;
            }
        }
    }

    private IEnumerable<SseFrame> FramesOf(AnswerEvent step) => step switch
    {
        AnswerStarted started => Begin(started.QuestionId),
        KeepAlive => [SseFrame.Comment],
        AnswerFailed failed => [Frame(Next("response.failed") with { Response = draft.Failed(_questionId, failed) })],
        AnswerCompleted completed => End(completed.Answer),
        _ => Delta(text.Take(step)),
    };

    private IEnumerable<SseFrame> Begin(string questionId)
    {
        _questionId = questionId;
        var response = draft.InProgress(questionId);
        yield return Frame(Next("response.created") with { Response = response });
        yield return Frame(Next("response.in_progress") with { Response = response });
        yield return Frame(Next("response.output_item.added") with { OutputIndex = 0, Item = ResponseDraft.Message(questionId, "in_progress") });
        yield return Frame(InPart("response.content_part.added") with { Part = ResponsePart.Of("", []) });
    }

    private IEnumerable<SseFrame> Delta(string piece) =>
        piece.Length == 0 ? [] : [Frame(InPart("response.output_text.delta") with { Delta = piece, Logprobs = [] })];

    private IEnumerable<SseFrame> End(Answer answer)
    {
        foreach (var frame in Delta(text.End()))
        {
            yield return frame;
        }

        var said = text.Text;
        var annotations = draft.AnnotationsOf(answer, said, text.Start);
        foreach (var (index, annotation) in annotations.Index())
        {
            yield return Frame(InPart("response.output_text.annotation.added") with { AnnotationIndex = index, Annotation = annotation });
        }

        var part = ResponsePart.Of(said, annotations);
        yield return Frame(InPart("response.output_text.done") with { Text = said, Logprobs = [] });
        yield return Frame(InPart("response.content_part.done") with { Part = part });
        var message = ResponseDraft.Message(_questionId, "completed", part);
        yield return Frame(Next("response.output_item.done") with { OutputIndex = 0, Item = message });
        yield return Frame(Next("response.completed") with { Response = draft.Completed(answer, said, annotations) });
    }

    private ResponseEvent Next(string type) => new() { Type = type, SequenceNumber = _number++ };

    private ResponseEvent InPart(string type) => Next(type) with { ItemId = ResponseDraft.MessageIdOf(_questionId), OutputIndex = 0, ContentIndex = 0 };

    private SseFrame Frame(ResponseEvent step) => new(step.Type, JsonSerializer.Serialize(step, json));
}
