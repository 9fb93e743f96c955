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
public enum ReadingOutcome
{
    /// <summary>The units were read.</summary>
    Read,

    /// <summary>There was nothing to choose.</summary>
    NotNeeded,

    /// <summary>There is no reader, or a passage is not translated yet.</summary>
    NotReady,

    /// <summary>Too many other questions were being read.</summary>
    Busy,

    /// <summary>It took too long.</summary>
    Slow,

    /// <summary>The translator or the network failed.</summary>
    Failed,
}

/// <summary>A unit to read.</summary>
/// <param name="Passage">Its passage.</param>
/// <param name="Unit">Its index among the passage's units (<see cref="Passages.PassageUnits"/>).</param>
public sealed record UnitToRead(Passages.Passage Passage, int Unit);
