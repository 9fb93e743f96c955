using System.Text.Json.Serialization;

namespace AzuSena.Feedback;

/// <summary>What a person thinks of an answer.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AnswerRating>))]
public enum AnswerRating
{
    /// <summary>It helped.</summary>
    [JsonStringEnumMemberName("up")]
    Up,

    /// <summary>It did not.</summary>
    [JsonStringEnumMemberName("down")]
    Down,
}
