namespace AzuSena.Processes;

/// <summary>The start settings of a <see cref="ChildProcess"/>.</summary>
public sealed record ChildStart
{
    /// <summary>Which of the service's own variables it inherits.</summary>
    public ChildEnvironment Environment { get; init; } = ChildEnvironment.Plain;

    /// <summary>Additional variables.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Its working folder; the service's own if null.</summary>
    public string? Folder { get; init; }

    /// <summary>Whether input is written to it; otherwise its standard input is empty.</summary>
    public bool HasInput { get; init; }

    /// <summary>Whether it runs at a lower priority than other processes.</summary>
    public bool IsBehind { get; init; }
}
