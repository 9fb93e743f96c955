using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AzuSena.Answering.Tracing;

/// <summary>Traces as JSON, as they are kept and as clients see them. Numbers are written so that they are read again to the last bit.</summary>
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
    /// <exception cref="JsonException">It is none, or of a version that is not understood.</exception>
    public static AnswerTrace Read(string json) => JsonSerializer.Deserialize<AnswerTrace>(json, Options) ?? throw new JsonException();
}
