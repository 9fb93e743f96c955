using System.Text.Json;
using System.Text.Json.Serialization;
using AzuSena.Api.Answers;

namespace AzuSena.Api.Chat;

/// <summary>
/// Reads a hub call's question from an object <c>{query, …}</c> or from the bare text. Anything else becomes a question without text, which is
/// answered with an error event: a call that SignalR cannot bind would get no reply at all.
/// </summary>
internal sealed class LenientQueryConverter : JsonConverter<QueryRequest>
{
    public override QueryRequest Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var root = document.RootElement;
        return root.ValueKind switch
        {
            JsonValueKind.String => new QueryRequest(Text(root)),
            JsonValueKind.Object => new QueryRequest(
                Text(Property(root, "query")), Text(Property(root, "conversation_id")), Number(Property(root, "max_docs")), Text(Property(root, "prompt_variant")),
                Resumable: Property(root, "resumable") is { ValueKind: JsonValueKind.True }),
            _ => new QueryRequest(Query: null),
        };
    }

    public override void Write(Utf8JsonWriter writer, QueryRequest value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Questions are only read.");

    private static JsonElement? Property(JsonElement element, string name) => element.TryGetProperty(name, out var property) ? property : null;

    private static string? Text(JsonElement? element)
    {
        try
        {
            return element is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair.
            return null;
        }
    }

    private static int? Number(JsonElement? element) => element switch
    {
        null or { ValueKind: JsonValueKind.Null } => null,
        { ValueKind: JsonValueKind.Number } number when number.TryGetInt32(out var value) => value,
        _ => 0, // Refused like any other number out of range.
    };
}
