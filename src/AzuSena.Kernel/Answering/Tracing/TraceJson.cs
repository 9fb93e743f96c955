using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AzuSena.Answering.Tracing;

/// <summary>Serialises traces as JSON, for storage and for clients. Numbers round-trip exactly.</summary>
public static class TraceJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    /// <summary>Writes a trace.</summary>
    public static string Write(AnswerTrace trace) => JsonSerializer.Serialize(trace, Options);

    /// <summary>Reads a trace.</summary>
    /// <exception cref="JsonException">The text is not a trace, or has an unsupported version.</exception>
    public static AnswerTrace Read(string json) => JsonSerializer.Deserialize<AnswerTrace>(json, Options) ?? throw new JsonException();
}
