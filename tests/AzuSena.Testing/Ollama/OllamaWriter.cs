using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using AzuSena.Testing.Models;

namespace AzuSena.Testing.Ollama;

/// <summary>Ollama's words: a JSON object a line, the last one with <c>"done":true</c>.</summary>
internal sealed class OllamaWriter(string model, bool stream, ModelScript script) : ScriptWriter
{
    // Ollama, written in Go, leaves letters as they are.
    private static readonly JsonSerializerOptions Written = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly StringBuilder _text = new();
    private readonly StringBuilder _thought = new();
    private readonly JsonArray _calls = [];
    private int _tokens;
    private string? _error;

    protected override bool IsStreamed => stream;

    protected override string ContentType => "application/x-ndjson";

    protected override string? Line(ModelStep step)
    {
        _tokens++;
        return step switch
        {
            ModelStep.Token token => Line(Message(token.Text)),
            ModelStep.Thought thought => Line(Message("", thought.Text)),
            ModelStep.ToolCall call => Line(Message("", calls: new JsonArray(Call(call)))),
            ModelStep.Failure error => new JsonObject { ["error"] = error.Text }.ToJsonString() + "\n",
            ModelStep.Raw raw => raw.Text,
            _ => null,
        };
    }

    protected override string End() => Done(Message("")).ToJsonString(Written) + "\n";

    protected override void Gather(ModelStep step)
    {
        _tokens++;
        switch (step)
        {
            case ModelStep.Token token:
                _text.Append(token.Text);
                break;
            case ModelStep.Thought thought:
                _thought.Append(thought.Text);
                break;
            case ModelStep.ToolCall call:
                _calls.Add(Call(call));
                break;
            case ModelStep.Failure error:
                _error = error.Text;
                break;
        }
    }

    protected override JsonObject Whole() => _error is { } error
        ? new JsonObject { ["error"] = error }
        : Done(Message(_text.ToString(), _thought.Length > 0 ? _thought.ToString() : null, _calls.Count > 0 ? _calls : null));

    private static JsonObject Call(ModelStep.ToolCall call) =>
        new JsonObject { ["function"] = new JsonObject { ["name"] = call.Tool, ["arguments"] = call.Arguments.DeepClone() } };

    private static JsonObject Message(string content, string? thinking = null, JsonArray? calls = null)
    {
        var message = new JsonObject { ["role"] = "assistant", ["content"] = content };
        if (thinking is not null)
        {
            message["thinking"] = thinking;
        }

        if (calls is not null)
        {
            message["tool_calls"] = calls;
        }

        return message;
    }

    private string Line(JsonObject message) => Head(message, done: false).ToJsonString(Written) + "\n";

    private JsonObject Head(JsonObject message, bool done) => new()
    {
        ["model"] = model,
        ["created_at"] = "2026-01-15T13:06:48.385406455Z",
        ["message"] = message,
        ["done"] = done,
    };

    private JsonObject Done(JsonObject message)
    {
        var line = Head(message, done: true);
        line["done_reason"] = script.DoneReason;
        line["total_duration"] = 4_883_583_458;
        line["load_duration"] = 1_334_875;
        line["prompt_eval_count"] = 26;
        line["prompt_eval_duration"] = 342_546_000;
        line["eval_count"] = _tokens;
        line["eval_duration"] = 4_535_599_000;
        return line;
    }
}
