using System.Text.Json;
using System.Text.Json.Serialization;

namespace AzuSena.Cli.Tests.Evaluation;

/// <summary>A line of an evaluation file, as it is written.</summary>
internal sealed record Question(
    string Id,
    string Kind,
    [property: JsonPropertyName("question")] string Text,
    IReadOnlyList<string> Documents,
    IReadOnlyList<IReadOnlyList<string>> Facts,
    IReadOnlyList<string> MustNot,
    string Expect,
    IReadOnlyList<string>? History = null)
{
    /// <summary>The name of its file without the extension.</summary>
    [JsonIgnore]
    public string File { get; init; } = "";
}

/// <summary>How the lines are read: every member but the history is needed, and no other is allowed.</summary>
internal static class QuestionJson
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };
}
