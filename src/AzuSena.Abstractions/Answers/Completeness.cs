using System.Text.Json.Serialization;

namespace AzuSena.Answers;

/// <summary>How much of what was asked an answer holds.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Completeness>))]
public enum Completeness
{
    /// <summary>All of it.</summary>
    [JsonStringEnumMemberName("complete")]
    Complete,

    /// <summary>A part of it; the text says what is missing.</summary>
    [JsonStringEnumMemberName("partial")]
    Partial,

    /// <summary>Nothing: the documents do not answer the question.</summary>
    [JsonStringEnumMemberName("none")]
    None,
}
