using System.Text.Json;
using AzuSena.Api.Bodies;

namespace AzuSena.Api.OpenAi.Requests;

/// <summary>One message of a request.</summary>
/// <param name="Role">Who says it.</param>
/// <param name="Text">Its text; empty if it has none.</param>
/// <param name="Field">Its place in the request, such as <c>messages[2]</c>.</param>
/// <param name="Other">The place of its first part that is not text, such as an image; null if there is none.</param>
internal sealed record ToldMessage(MessageRole Role, string Text, string Field, string? Other)
{
    // Those of both APIs.
    private static readonly string[] TextTypes = ["text", "input_text", "output_text", "refusal"];

    /// <summary>Reads the messages of an array. What a client's tools said is passed over, and so are items that are not messages.</summary>
    /// <param name="array">The array.</param>
    /// <param name="field">Its name in the request.</param>
    public static IEnumerable<ToldMessage> ReadAll(JsonElement array, string field) =>
        array.EnumerateArray().Select((item, index) => Read(item, $"{field}[{index}]")).OfType<ToldMessage>();

    private static ToldMessage? Read(JsonElement item, string field)
    {
        if (item.ValueKind is not JsonValueKind.Object)
        {
            throw JsonRequest.Wrong(field, "KindMessage");
        }

        if (item.TextOf("type") is { } type and not "message")
        {
            return null;
        }

        var role = item.TextOf("role") switch
        {
            "user" => MessageRole.User,
            "assistant" => MessageRole.Assistant,
            "system" or "developer" => MessageRole.System,
            "tool" or "function" => MessageRole.Tool,
            _ => throw JsonRequest.Wrong($"{field}.role", "KindRole"),
        };
        var place = $"{field}.content";
        var (text, other) = item.Find("content") is { } content ? TextOf(content, place) : ("", null);
        return new ToldMessage(role, text, field, other);
    }

    private static (string Text, string? Other) TextOf(JsonElement content, string field)
    {
        if (content.ValueKind is JsonValueKind.String)
        {
            return (content.AsText() ?? throw JsonRequest.Wrong(field, "KindText"), null);
        }

        if (content.ValueKind is not JsonValueKind.Array)
        {
            throw JsonRequest.Wrong(field, "KindContent");
        }

        var texts = new List<string>();
        string? other = null;
        foreach (var (index, part) in content.EnumerateArray().Index())
        {
            var place = $"{field}[{index}]";
            var type = part.ValueKind is JsonValueKind.Object ? part.TextOf("type") : null;
            if (type is null)
            {
                throw JsonRequest.Wrong(place, "KindPart");
            }

            if (TextTypes.Contains(type, StringComparer.Ordinal))
            {
                texts.Add(part.TextOf("text") ?? part.TextOf("refusal") ?? throw JsonRequest.Wrong($"{place}.text", "KindText"));
            }
            else
            {
                other ??= place;
            }
        }

        return (string.Join('\n', texts), other);
    }
}

/// <summary>Who says a message.</summary>
internal enum MessageRole
{
    /// <summary>The caller's wish, from <c>system</c> or <c>developer</c>.</summary>
    System,

    /// <summary>The person who asks.</summary>
    User,

    /// <summary>What the person was answered.</summary>
    Assistant,

    /// <summary>A client's tool.</summary>
    Tool,
}
