using System.Text.Json.Serialization;

namespace AzuSena.Answering.Tools;

/// <summary>Who answers a question.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ToolChoice>))]
public enum ToolChoice
{
    /// <summary>The documents, or nobody.</summary>
    [JsonStringEnumMemberName("documents")]
    Documents,

    /// <summary>A tool alone.</summary>
    [JsonStringEnumMemberName("tool")]
    Tool,

    /// <summary>A tool, and after its line the documents.</summary>
    [JsonStringEnumMemberName("both")]
    Both,

    /// <summary>A tool could, if the question gave all that it needs.</summary>
    [JsonStringEnumMemberName("ask")]
    Ask,
}

/// <summary>How a question was routed.</summary>
/// <param name="Choice">Who answers.</param>
/// <param name="Calls">The functions to call: one, or one for each part of the question that a tool answers.</param>
/// <param name="Candidates">The functions that fit best, the best first.</param>
public sealed record ToolDecision(ToolChoice Choice, IReadOnlyList<RoutedCall> Calls, IReadOnlyList<RoutedCall> Candidates)
{
    /// <summary>The parts of the question that the calls answer; null if they answer all of it.</summary>
    public IReadOnlyList<string>? Parts { get; init; }

    /// <summary>The score of the decision: of the least certain call.</summary>
    public double Score => Calls.Count == 0 ? 0 : Calls.Min(call => call.Score);
}
