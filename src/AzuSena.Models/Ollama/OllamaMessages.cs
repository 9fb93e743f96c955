using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace AzuSena.Models.Ollama;

/// <summary>Writes a chat's messages in Ollama's format: a tool result is a separate message that names the tool.</summary>
internal static class OllamaMessages
{
    public static JsonArray Write(IEnumerable<ChatMessage> messages, string? instructions)
    {
        var written = new JsonArray();
        if (!string.IsNullOrEmpty(instructions))
        {
            written.Add(new JsonObject { ["role"] = "system", ["content"] = instructions });
        }

        var tools = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var message in messages)
        {
            foreach (var call in message.Contents.OfType<FunctionCallContent>())
            {
                tools[call.CallId] = call.Name;
            }

            var results = message.Contents.OfType<FunctionResultContent>().ToArray();
            foreach (var result in results)
            {
                written.Add(Result(result, tools.GetValueOrDefault(result.CallId)));
            }

            if (results.Length == 0)
            {
                written.Add(Message(message));
            }
        }

        return written;
    }

    private static JsonObject Message(ChatMessage message)
    {
        var written = new JsonObject { ["role"] = message.Role.Value, ["content"] = message.Text };
        var thought = string.Concat(message.Contents.OfType<TextReasoningContent>().Select(content => content.Text));
        if (thought.Length > 0)
        {
            written["thinking"] = thought;
        }

        var calls = message.Contents.OfType<FunctionCallContent>().Select(Call).ToArray();
        if (calls.Length > 0)
        {
            written["tool_calls"] = new JsonArray(calls);
        }

        return written;
    }

    private static JsonNode Call(FunctionCallContent call) => new JsonObject
    {
        ["id"] = call.CallId,
        ["function"] = new JsonObject
        {
            ["name"] = call.Name,
            ["arguments"] = JsonSerializer.SerializeToNode(call.Arguments ?? new Dictionary<string, object?>(), AIJsonUtilities.DefaultOptions),
        },
    };

    private static JsonObject Result(FunctionResultContent result, string? tool)
    {
        var text = result.Result as string ?? JsonSerializer.Serialize(result.Result, AIJsonUtilities.DefaultOptions);
        return new JsonObject { ["role"] = "tool", ["content"] = text, ["tool_name"] = tool, ["tool_call_id"] = result.CallId };
    }
}
