using System.Text.Json.Serialization;

namespace AzuSena.Memory.Reading;

/// <summary>What the reader said about units of passages.</summary>
/// <param name="Outcome">Whether it read, or why not.</param>
/// <param name="Units">For each unit read, by passage id and index: the log odds that it answers, against "not here".</param>
public sealed record PassageReading(ReadingOutcome Outcome, IReadOnlyDictionary<(string PassageId, int Unit), float> Units)
{
    /// <summary>How many windows were read.</summary>
    public int Windows { get; init; }

    /// <summary>Nothing was read, and why.</summary>
    public static PassageReading None(ReadingOutcome outcome) => new(outcome, new Dictionary<(string, int), float>());
}

/// <summary>The outcome of a reading.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReadingOutcome>))]
public enum ReadingOutcome
{
    /// <summary>The units were read.</summary>
    [JsonStringEnumMemberName("read")]
    Read,

    /// <summary>There was nothing to choose.</summary>
    [JsonStringEnumMemberName("not_needed")]
    NotNeeded,

    /// <summary>There is no reader, or a passage is not translated yet.</summary>
    [JsonStringEnumMemberName("not_ready")]
    NotReady,

    /// <summary>Too many other questions were being read.</summary>
    [JsonStringEnumMemberName("busy")]
    Busy,

    /// <summary>It took too long.</summary>
    [JsonStringEnumMemberName("slow")]
    Slow,

    /// <summary>The translator or the network failed.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,
}

/// <summary>A unit to read.</summary>
/// <param name="Passage">Its passage.</param>
/// <param name="Unit">Its index among the passage's units (<see cref="Passages.PassageUnits"/>).</param>
public sealed record UnitToRead(Passages.Passage Passage, int Unit);
