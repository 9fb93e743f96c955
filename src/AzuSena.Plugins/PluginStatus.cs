namespace AzuSena.Plugins;

/// <summary>What became of a plugin.</summary>
/// <param name="Name">Its name; of an external one that has no readable manifest, its folder's.</param>
/// <param name="Origin">Where it comes from.</param>
/// <param name="State">Whether it can be called.</param>
/// <param name="Version">The version that its manifest gives; null for those of the product.</param>
/// <param name="Functions">The names of its functions; empty unless it is loaded.</param>
/// <param name="Reason">Why it was refused; null otherwise.</param>
/// <param name="Detail">The reason in a Spanish sentence for the operator, which may name files; not for clients.</param>
public sealed record PluginStatus(
    string Name,
    PluginOrigin Origin,
    PluginState State,
    string? Version = null,
    IReadOnlyList<string>? Functions = null,
    RefusalReason? Reason = null,
    string? Detail = null)
{
    /// <summary>The names of its functions, as they are called: <c>calendar.today</c>.</summary>
    public IReadOnlyList<string> Functions { get; init; } = Functions ?? [];
}

/// <summary>Where a plugin comes from.</summary>
public enum PluginOrigin
{
    /// <summary>It is part of the product.</summary>
    BuiltIn,

    /// <summary>It lies in the folder that PLUGINS_DIR names.</summary>
    External,

    /// <summary>Only the configuration names it.</summary>
    Configuration,
}

/// <summary>Whether a plugin can be called.</summary>
public enum PluginState
{
    /// <summary>It can.</summary>
    Loaded,

    /// <summary>The configuration switched it off.</summary>
    Disabled,

    /// <summary>It does not keep to the contract.</summary>
    Refused,

    /// <summary>The configuration names a plugin that does not exist.</summary>
    Unknown,
}
