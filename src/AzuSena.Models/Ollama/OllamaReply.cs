using System.Buffers;
using System.Text.Json;
using AzuSena.Models.Availability;
using Microsoft.Extensions.AI;

namespace AzuSena.Models.Ollama;

/// <summary>Reads the lines of one reply.</summary>
internal sealed class OllamaReply
{
    private readonly string _id = Guid.NewGuid().ToString("N");
    private bool _calledTools;

    /// <summary>Whether the last line of a reply was read.</summary>
    public bool IsDone { get; private set; }

    /// <summary>Parses a line.</summary>
    /// <exception cref="ModelServerException">The line reports a failure, or is not part of a reply.</exception>
    public ChatResponseUpdate Read(ReadOnlySequence<byte> line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return Read(document.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            throw new ModelServerException("Ollama sent a line that is none of a reply's.", cause: exception);
        }
    }

    private ChatResponseUpdate Read(JsonElement line)
    {
        if (line.TryGetProperty("error", out var error))
        {
            throw new ModelServerException($"Ollama broke off: {error}");
        }

        var update = new ChatResponseUpdate(ChatRole.Assistant, []) { ResponseId = _id, MessageId = _id };
        IsDone = line.TryGetProperty("done", out var done) && done.GetBoolean();
        if (line.TryGetProperty("message", out var message))
        {
            AddMessage(update.Contents, message);
        }
        else if (!IsDone)
        {
            throw new JsonException("Neither a message nor the end.");
        }

        if (IsDone)
        {
            update.FinishReason = FinishReason(line);
            update.Contents.Add(new UsageContent(Usage(line)));
        }

        return update;
    }

    private void AddMessage(IList<AIContent> contents, JsonElement message)
    {
        if (message.TryGetProperty("thinking", out var thinking) && thinking.GetString() is { Length: > 0 } thought)
        {
            contents.Add(new TextReasoningContent(thought));
        }

        if (message.TryGetProperty("content", out var content) && content.GetString() is { Length: > 0 } text)
        {
            contents.Add(new TextContent(text));
        }

        if (message.TryGetProperty("tool_calls", out var calls) && calls.ValueKind is JsonValueKind.Array)
        {
            foreach (var call in calls.EnumerateArray())
            {
                contents.Add(Call(call));
                _calledTools = true;
            }
        }
    }

    private static FunctionCallContent Call(JsonElement call)
    {
        var function = call.GetProperty("function");
        var id = call.TryGetProperty("id", out var given) && given.GetString() is { Length: > 0 } text ? text : $"call_{Guid.NewGuid():N}";
        var arguments = function.TryGetProperty("arguments", out var values) && values.ValueKind is JsonValueKind.Object
            ? values.EnumerateObject().ToDictionary(value => value.Name, value => (object?)value.Value.Clone(), StringComparer.Ordinal)
            : [];
        return new FunctionCallContent(id, function.GetProperty("name").GetString() ?? "", arguments);
    }

    private ChatFinishReason FinishReason(JsonElement line) =>
        line.TryGetProperty("done_reason", out var reason) && reason.ValueEquals("length") ? ChatFinishReason.Length :
        _calledTools ? ChatFinishReason.ToolCalls : ChatFinishReason.Stop;

    private static UsageDetails Usage(JsonElement line)
    {
        var prompt = Count(line, "prompt_eval_count");
        var reply = Count(line, "eval_count");
        return new UsageDetails { InputTokenCount = prompt, OutputTokenCount = reply, TotalTokenCount = prompt + reply };
    }

    private static long? Count(JsonElement line, string name) => line.TryGetProperty(name, out var count) ? count.GetInt64() : null;
}
