using System.Text.Json.Serialization;

namespace AzuSena.Answering.Grounding.Judging;

/// <summary>A model's judgement of whether a passage supports a sentence.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Passage">The number of the supporting passage; null if there is none.</param>
/// <param name="Prompt">The prompt used, with its hash.</param>
/// <param name="Took">The duration.</param>
internal sealed record Judgement(JudgeOutcome Outcome, int? Passage, string Prompt, TimeSpan Took);

/// <summary>The outcome of a judgement.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<JudgeOutcome>))]
public enum JudgeOutcome
{
    /// <summary>A passage states all of it.</summary>
    [JsonStringEnumMemberName("holds")]
    Holds,

    /// <summary>No passage does.</summary>
    [JsonStringEnumMemberName("no")]
    No,

    /// <summary>The model failed, timed out or gave an invalid reply.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,
}
