using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using Microsoft.Extensions.AI;

namespace AzuSena.Mcp;

/// <summary>The JSON of tools: in the form of the REST API (snake_case, accents unescaped, null omitted), and its schemas.</summary>
internal static class McpJson
{
    /// <summary>The options.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>The JSON schema of a type.</summary>
    public static JsonElement SchemaOf<T>() => AIJsonUtilities.CreateJsonSchema(
        typeof(T), serializerOptions: Options, inferenceOptions: new AIJsonSchemaCreateOptions { IncludeSchemaKeyword = false });

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            MaxDepth = 16,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        };
        options.MakeReadOnly();
        return options;
    }
}
