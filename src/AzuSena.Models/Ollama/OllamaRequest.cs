using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using AzuSena.Models.Availability;
using Microsoft.Extensions.AI;

namespace AzuSena.Models.Ollama;

/// <summary>Writes the body of <c>/api/chat</c>.</summary>
internal sealed class OllamaRequest(string model, string keepAlive)
{
    // Accents are not escaped; the body is JSON for a program, not part of a page.
    private static readonly JsonSerializerOptions Written = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public HttpContent Content(IEnumerable<ChatMessage> messages, ChatOptions options, ModelFacts facts)
    {
        var body = new JsonObject
        {
            ["model"] = model,
            ["messages"] = OllamaMessages.Write(messages, options.Instructions),
            ["stream"] = true,
            ["keep_alive"] = long.TryParse(keepAlive, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds) ? seconds : keepAlive,
            ["options"] = Sampling(options, facts),
        };
        if (facts.SeparatesThinking)
        {
            body["think"] = options.Reasoning?.Effort is not ReasoningEffort.None;
        }

        if (Tools(options) is { Count: > 0 } tools)
        {
            body["tools"] = tools;
        }

        if (options.ResponseFormat is ChatResponseFormatJson format)
        {
            body["format"] = format.Schema is { } schema ? JsonNode.Parse(schema.GetRawText()) : "json";
        }

        var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, Written));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }

    // num_ctx is constant: a different value makes Ollama reload the model.
    private static JsonObject Sampling(ChatOptions options, ModelFacts facts)
    {
        var sampling = new JsonObject { ["num_ctx"] = facts.ContextTokens };
        Add("temperature", options.Temperature);
        Add("top_p", options.TopP);
        Add("top_k", options.TopK);
        Add("seed", options.Seed);
        Add("num_predict", options.MaxOutputTokens);
        Add("frequency_penalty", options.FrequencyPenalty);
        Add("presence_penalty", options.PresencePenalty);
        if (options.StopSequences is { Count: > 0 } stops)
        {
            sampling["stop"] = new JsonArray([.. stops.Select(stop => (JsonNode)stop)]);
        }

        return sampling;

        void Add<T>(string name, T? value)
            where T : struct
        {
            if (value is { } given)
            {
                sampling[name] = JsonValue.Create(given);
            }
        }
    }

    private static JsonArray? Tools(ChatOptions options) => options.ToolMode is NoneChatToolMode || options.Tools is null
        ? null
        : new JsonArray([.. options.Tools.OfType<AIFunctionDeclaration>().Select(Tool)]);

    private static JsonNode Tool(AIFunctionDeclaration function) => new JsonObject
    {
        ["type"] = "function",
        ["function"] = new JsonObject
        {
            ["name"] = function.Name,
            ["description"] = function.Description,
            ["parameters"] = JsonNode.Parse(function.JsonSchema.GetRawText()),
        },
    };
}
