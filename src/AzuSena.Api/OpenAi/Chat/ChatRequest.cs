using System.Text.Json;
using AzuSena.Api.Bodies;
using AzuSena.Api.OpenAi.Models;
using AzuSena.Api.OpenAi.Rendering;
using AzuSena.Api.OpenAi.Requests;
using AzuSena.Errors;

namespace AzuSena.Api.OpenAi.Chat;

/// <summary>A request to <c>/v1/chat/completions</c>.</summary>
/// <param name="Question">What is asked.</param>
/// <param name="Streams">Whether the reply is streamed.</param>
/// <param name="IncludesUsage">Whether a streamed reply ends with its tokens.</param>
/// <param name="ListsSources">Whether the text ends with a list of its sources.</param>
internal sealed record ChatRequest(CompatibleQuestion Question, bool Streams, bool IncludesUsage, bool ListsSources)
{
    private const string Messages = "messages";

    /// <summary>Reads a request. What the service has no use for is ignored; what it cannot do is refused by name.</summary>
    /// <exception cref="AzuSenaException">A field is missing, wrong, or asks for what the service cannot do.</exception>
    public static ChatRequest Of(JsonRequest request, ModelNames models)
    {
        var model = models.Find(request.Required("model"));
        RefuseImpossible(request);
        var messages = request.Find(Messages) ?? throw JsonRequest.Missing(Messages);
        if (messages.ValueKind is not JsonValueKind.Array)
        {
            throw JsonRequest.Wrong(Messages, "KindMessages");
        }

        var told = ToldConversation.Of([.. ToldMessage.ReadAll(messages, Messages)], Messages);
        return new ChatRequest(
            new CompatibleQuestion(model, told, request.Number("max_docs"), [.. NotesOf(request)]),
            request.Flag("stream"),
            IncludesUsageOf(request),
            request.Flag("sources_in_text"));
    }

    private static bool IncludesUsageOf(JsonRequest request) => request.Find("stream_options") is { } options
        && (options.ValueKind is JsonValueKind.Object ? options.IsTrue("include_usage") : throw JsonRequest.Wrong("stream_options", "KindObject"));

    private static void RefuseImpossible(JsonRequest request)
    {
        if (request.Number("n") is { } choices and not 1)
        {
            throw choices < 1 ? JsonRequest.Wrong("n", "KindOne") : JsonRequest.NotAble("n", "OnlyOneChoice");
        }

        if (request.Flag("logprobs") || request.Number("top_logprobs") > 0)
        {
            throw JsonRequest.NotAble(request.Flag("logprobs") ? "logprobs" : "top_logprobs", "NoLogprobs");
        }

        if (request.Find("response_format") is { } format && !(format.ValueKind is JsonValueKind.Object && format.TextOf("type") == "text"))
        {
            throw JsonRequest.NotAble("response_format", "OnlyPlainText");
        }

        if (request.Find("modalities") is { ValueKind: JsonValueKind.Array } modalities && modalities.EnumerateArray().Any(way => way.AsText() != "text"))
        {
            throw JsonRequest.NotAble("modalities", "NoAudioAnswer");
        }
    }

    private static IEnumerable<AnswerNote> NotesOf(JsonRequest request)
    {
        string[] names = ["tools", "functions"];
        if (names.FirstOrDefault(name => request.Find(name) is { ValueKind: JsonValueKind.Array } tools && tools.GetArrayLength() > 0) is { } named)
        {
            yield return AnswerNote.Of("tools_not_called", named);
        }
    }
}
