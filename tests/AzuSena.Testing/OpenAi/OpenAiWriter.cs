using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using AzuSena.Testing.Models;

namespace AzuSena.Testing.OpenAi;

/// <summary>OpenAI's words: Server-Sent Events of chunks, a finish reason, and <c>[DONE]</c>.</summary>
internal sealed class OpenAiWriter(string model, bool stream, ModelScript script) : ScriptWriter
{
    private static readonly JsonSerializerOptions Written = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly StringBuilder _text = new();
    private readonly JsonArray _calls = [];
    private int _called;

    protected override bool IsStreamed => stream;

    protected override string ContentType => "text/event-stream";

    protected override string? Line(ModelStep step) => step switch
    {
        ModelStep.Token token => Chunk(new JsonObject { ["content"] = token.Text }),
        ModelStep.Thought thought => Chunk(new JsonObject { ["reasoning_content"] = thought.Text }),
        ModelStep.ToolCall call => Chunk(new JsonObject { ["tool_calls"] = new JsonArray(Call(call)) }),
        ModelStep.Failure error => Event(new JsonObject { ["error"] = new JsonObject { ["message"] = error.Text, ["type"] = "server_error" } }),
        ModelStep.Raw raw => raw.Text,
        _ => null,
    };

    protected override string End() => Chunk([], Reason) + "data: [DONE]\n\n";

    protected override void Gather(ModelStep step)
    {
        if (step is ModelStep.Token token)
        {
            _text.Append(token.Text);
        }
        else if (step is ModelStep.ToolCall call)
        {
            _calls.Add(Call(call));
        }
    }

    protected override JsonObject Whole()
    {
        var message = new JsonObject { ["role"] = "assistant", ["content"] = _text.ToString() };
        if (_calls.Count > 0)
        {
            message["tool_calls"] = _calls;
        }

        var whole = Head("chat.completion", new JsonObject { ["index"] = 0, ["message"] = message, ["finish_reason"] = Reason });
        whole["usage"] = new JsonObject { ["prompt_tokens"] = 26, ["completion_tokens"] = 8, ["total_tokens"] = 34 };
        return whole;
    }

    private string Reason => _called > 0 ? "tool_calls" : script.DoneReason;

    private static string Event(JsonObject data) => $"data: {data.ToJsonString(Written)}\n\n";

    private string Chunk(JsonObject delta, string? reason = null)
    {
        delta["role"] = "assistant";
        return Event(Head("chat.completion.chunk", new JsonObject { ["index"] = 0, ["delta"] = delta, ["finish_reason"] = reason }));
    }

    private JsonObject Head(string kind, JsonObject choice) => new()
    {
        ["id"] = "chatcmpl-doble",
        ["object"] = kind,
        ["created"] = 1_768_482_408,
        ["model"] = model,
        ["choices"] = new JsonArray(choice),
    };

    private JsonObject Call(ModelStep.ToolCall call) => new JsonObject
    {
        ["index"] = _called++,
        ["id"] = $"call_{_called}",
        ["type"] = "function",
        ["function"] = new JsonObject { ["name"] = call.Tool, ["arguments"] = call.Arguments.ToJsonString() },
    };
}
