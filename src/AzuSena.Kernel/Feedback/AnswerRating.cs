using System.Text.Json.Serialization;

namespace AzuSena.Feedback;

/// <summary>A user's rating of an answer.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AnswerRating>))]
public enum AnswerRating
{
    /// <summary>The answer helped.</summary>
    [JsonStringEnumMemberName("up")]
    Up,

    /// <summary>The answer did not help.</summary>
    [JsonStringEnumMemberName("down")]
    Down,
}
