using System.Text.Encodings.Web;
using System.Text.Json;
using AzuSena.Answers;
using Microsoft.Extensions.AI;

namespace AzuSena.Answering.Generation;

/// <summary>Creates events for the model's tool calls, limited in size: arguments and results come from outside.</summary>
/// <param name="tools">The tools that the model may call.</param>
/// <param name="titleOf">The name for people of a tool; null if it has none.</param>
internal sealed class ToolEvents(IEnumerable<AITool> tools, Func<string, string?>? titleOf = null)
{
    private const int MaxArguments = 4000;
    private const int MaxResult = 2000;
    private const int MaxName = 100;
    private const int MaxAsked = 200;

    // Below the depth limit of any client.
    private static readonly JsonDocumentOptions Shallow = new() { MaxDepth = 8 };
    private static readonly JsonSerializerOptions Written = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonElement None = JsonSerializer.SerializeToElement(new { });

    private readonly HashSet<string> _known = tools.Select(tool => tool.Name).ToHashSet(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    public ToolCalled Called(FunctionCallContent call)
    {
        _names[call.CallId] = call.Name;
        var arguments = Arguments(call.Arguments);
        return new ToolCalled(Shorten(call.Name, MaxName), arguments, titleOf?.Invoke(call.Name), Asked(arguments));
    }

    public ToolReturned Returned(FunctionResultContent result)
    {
        var name = _names.GetValueOrDefault(result.CallId, "");
        var failed = result.Exception is not null || !_known.Contains(name);
        return new ToolReturned(Shorten(name, MaxName), failed ? null : Shorten(Text(result.Result), MaxResult), failed, titleOf?.Invoke(name));
    }

    // The values alone: their names are a programmer's.
    private static string? Asked(JsonElement arguments)
    {
        var values = arguments.EnumerateObject().Select(argument => argument.Value.ToString()).Where(value => value.Length > 0);
        return string.Join(", ", values) is { Length: > 0 } asked ? Shorten(asked, MaxAsked) : null;
    }

    // Arguments that are too large or too deep are omitted, not cut into invalid JSON.
    private static JsonElement Arguments(IDictionary<string, object?>? arguments)
    {
        try
        {
            var json = JsonSerializer.Serialize(arguments ?? new Dictionary<string, object?>(StringComparer.Ordinal), Written);
            if (json.Length > MaxArguments)
            {
                return None;
            }

            using var document = JsonDocument.Parse(json, Shallow);
            return document.RootElement.Clone();
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException or InvalidOperationException)
        {
            return None;
        }
    }

    private static string Text(object? result) => result switch
    {
        null => "",
        string text => text,
        JsonElement { ValueKind: JsonValueKind.String } text => text.GetString() ?? "",
        System.Text.Json.Nodes.JsonValue value when value.TryGetValue<string>(out var text) => text,
        _ => JsonSerializer.Serialize(result, Written),
    };

    private static string Shorten(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;
        return text[..end] + "…";
    }
}
