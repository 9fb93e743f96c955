using System.Text.Json;
using AzuSena.Answers;
using AzuSena.Api.Answers.Live;
using AzuSena.Api.Errors;
using AzuSena.Api.OpenAi.Rendering;

namespace AzuSena.Api.OpenAi.Chat;

/// <summary>Renders an answer as the chunks of a streamed chat completion.</summary>
/// <param name="request">The request.</param>
/// <param name="text">The text that the client has.</param>
/// <param name="passages">The addresses of passages.</param>
/// <param name="created">When it was asked, in Unix seconds.</param>
/// <param name="json">The service's JSON.</param>
internal sealed class ChatStream(ChatRequest request, SentText text, PassageAddress passages, long created, JsonSerializerOptions json)
{
    private static readonly SseFrame Done = new(Type: null, "[DONE]");

    private string _id = "";

    /// <summary>The frames: the role, the text piece by piece, what its marks refer to, the end, the tokens if asked for, and <c>[DONE]</c>.</summary>
    public async IAsyncEnumerable<SseFrame> FramesAsync(IAsyncEnumerable<AnswerEvent> events)
    {
        await foreach (var step in events)
        {
            switch (step)
            {
                case AnswerStarted started:
                    _id = ChatCompletionsEndpoint.IdOf(started.QuestionId);
                    yield return Frame(new ChatDelta(Role: "assistant", Content: ""));
                    break;
                case KeepAlive:
                    yield return SseFrame.Comment;
                    break;
                case ReasoningToken { Text: var thought }:
                    yield return Frame(new ChatDelta(ReasoningContent: thought));
                    break;
                case AnswerFailed failed:
                    yield return new SseFrame(Type: null, JsonSerializer.Serialize(new OpenAiErrorBody(OpenAiError.Of(failed)), json));
                    yield break;
                case AnswerCompleted { Answer: var answer }:
                    foreach (var frame in End(answer))
                    {
                        yield return frame;
                    }

                    yield break;
                default:
                    if (text.Take(step) is { Length: > 0 } piece)
                    {
                        yield return Frame(new ChatDelta(Content: piece));
                    }

                    break;
            }
        }
    }

    private IEnumerable<SseFrame> End(Answer answer)
    {
        if (text.End() is { Length: > 0 } rest)
        {
            yield return Frame(new ChatDelta(Content: rest));
        }

        var said = text.Text;
        if (CitedSpan.In(said, text.Start, answer.Citations) is { Count: > 0 } spans)
        {
            yield return Frame(new ChatDelta(Annotations: ChatAnnotation.Of(spans, passages)));
        }

        if (request.ListsSources && SourceList.Of(answer, passages) is { Length: > 0 } sources)
        {
            yield return Frame(new ChatDelta(Content: sources));
        }

        var details = AnswerDetails.Of(answer, said, request.Question.AllNotes);
        yield return Frame([new ChunkChoice(0, new ChatDelta(), Logprobs: null, "stop")], azusena: details);
        if (request.IncludesUsage)
        {
            yield return Frame([], ChatUsage.Of(TokenCount.Of(answer, request.Question.Told, said)));
        }

        yield return Done;
    }

    private SseFrame Frame(ChatDelta delta) => Frame([new ChunkChoice(0, delta, Logprobs: null, FinishReason: null)]);

    private SseFrame Frame(IReadOnlyList<ChunkChoice> choices, ChatUsage? usage = null, AnswerDetails? azusena = null) => new(
        Type: null,
        JsonSerializer.Serialize(new ChatChunk(_id, "chat.completion.chunk", created, request.Question.Model.Name, choices, usage, azusena), json));
}
