using System.Text.Json;
using AzuSena.Api.Bodies;
using AzuSena.Api.OpenAi.Models;
using AzuSena.Api.OpenAi.Rendering;
using AzuSena.Api.OpenAi.Requests;
using AzuSena.Errors;

namespace AzuSena.Api.OpenAi.Responses;

/// <summary>A request to <c>/v1/responses</c>.</summary>
/// <param name="Question">What is asked.</param>
/// <param name="Instructions">The caller's wish, repeated in the reply.</param>
/// <param name="Metadata">What the client attached, repeated in the reply.</param>
/// <param name="Streams">Whether the reply is streamed.</param>
internal sealed record ResponsesRequest(CompatibleQuestion Question, string? Instructions, JsonElement? Metadata, bool Streams)
{
    private const string Input = "input";

    /// <summary>Reads a request. What the service has no use for is ignored; what it cannot do is refused by name.</summary>
    /// <exception cref="AzuSenaException">A field is missing, wrong, or asks for what the service cannot do.</exception>
    public static ResponsesRequest Of(JsonRequest request, ModelNames models)
    {
        var model = models.Find(request.Required("model"));
        RefuseImpossible(request);
        var told = ToldConversation.Of(MessagesOf(request.Find(Input) ?? throw JsonRequest.Missing(Input)), Input);
        var instructions = request.Text("instructions");
        return new ResponsesRequest(
            new CompatibleQuestion(model, told, request.Number("max_docs"), [.. NotesOf(request, instructions)]) { Instructions = instructions },
            instructions,
            request.Find("metadata") is { ValueKind: JsonValueKind.Object } metadata ? metadata : null,
            request.Flag("stream"));
    }

    private static List<ToldMessage> MessagesOf(JsonElement input) => input.ValueKind switch
    {
        JsonValueKind.String => [new ToldMessage(MessageRole.User, input.AsText() ?? throw JsonRequest.Wrong(Input, "KindInput"), Input, Other: null)],
        JsonValueKind.Array => [.. ToldMessage.ReadAll(input, Input)],
        _ => throw JsonRequest.Wrong(Input, "KindInput"),
    };

    private static void RefuseImpossible(JsonRequest request)
    {
        foreach (var stored in new[] { "previous_response_id", "conversation", "prompt" })
        {
            if (request.Find(stored) is not null)
            {
                throw JsonRequest.NotAble(stored, "NothingStored");
            }
        }

        if (request.Flag("background"))
        {
            throw JsonRequest.NotAble("background", "NoBackground");
        }

        if (request.Number("top_logprobs") > 0)
        {
            throw JsonRequest.NotAble("top_logprobs", "NoLogprobs");
        }

        if (request.Find("text") is { } text)
        {
            RefuseFormat(text.ValueKind is JsonValueKind.Object ? text : throw JsonRequest.Wrong("text", "KindObject"));
        }
    }

    private static void RefuseFormat(JsonElement text)
    {
        if (text.Find("format") is { } format && !(format.ValueKind is JsonValueKind.Object && format.TextOf("type") == "text"))
        {
            throw JsonRequest.NotAble("text.format", "OnlyPlainText");
        }
    }

    private static IEnumerable<AnswerNote> NotesOf(JsonRequest request, string? instructions)
    {
        if (!string.IsNullOrEmpty(instructions))
        {
            yield return AnswerNote.Of("system_message_is_a_wish", "instructions");
        }

        if (request.Find("tools") is { ValueKind: JsonValueKind.Array } tools && tools.GetArrayLength() > 0)
        {
            yield return AnswerNote.Of("tools_not_called", "tools");
        }
    }
}
