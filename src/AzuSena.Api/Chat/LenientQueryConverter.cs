using System.Text.Json;
using System.Text.Json.Serialization;
using AzuSena.Api.Answers;
using AzuSena.Api.Bodies;

namespace AzuSena.Api.Chat;

/// <summary>
/// Reads a hub call's question from an object <c>{query, …}</c> or from plain text. Anything else becomes a question without text, which is answered with an
/// error event: a call that SignalR cannot bind would get no reply at all.
/// </summary>
internal sealed class LenientQueryConverter : JsonConverter<QueryRequest>
{
    public override QueryRequest Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var root = document.RootElement;
        return root.ValueKind switch
        {
            JsonValueKind.String => new QueryRequest(root.AsText()),
            JsonValueKind.Object => new QueryRequest(
                root.TextOf("query"), root.TextOf("conversation_id"), root.NumberOf("max_docs"), root.TextOf("prompt_variant"), root.IsTrue("resumable")),
            _ => new QueryRequest(Query: null),
        };
    }

    public override void Write(Utf8JsonWriter writer, QueryRequest value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Questions are only read.");
}
