namespace AzuSena.Processes;

/// <summary>How a <see cref="ChildProcess"/> is started.</summary>
public sealed record ChildStart
{
    /// <summary>The variables of the service's own that it gets.</summary>
    public ChildEnvironment Environment { get; init; } = ChildEnvironment.Plain;

    /// <summary>Variables that are set for it.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Its working folder; the service's own without one.</summary>
    public string? Folder { get; init; }

    /// <summary>Whether something is written to it; otherwise its input is at its end from the start.</summary>
    public bool HasInput { get; init; }

    /// <summary>Whether it runs behind everything else on the processors.</summary>
    public bool IsBehind { get; init; }
}
