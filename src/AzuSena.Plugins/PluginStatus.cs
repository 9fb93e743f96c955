namespace AzuSena.Plugins;

/// <summary>The status of a plugin.</summary>
/// <param name="Name">Its name; for an external plugin without a readable manifest, the name of its folder.</param>
/// <param name="Origin">The plugin's origin.</param>
/// <param name="State">Whether it can be called.</param>
/// <param name="Version">The version in its manifest; null for built-in plugins.</param>
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
    /// <summary>The names of its functions, as called: <c>calendar.today</c>.</summary>
    public IReadOnlyList<string> Functions { get; init; } = Functions ?? [];
}

/// <summary>The origin of a plugin.</summary>
public enum PluginOrigin
{
    /// <summary>Part of the product.</summary>
    BuiltIn,

    /// <summary>In the folder that PLUGINS_DIR names.</summary>
    External,

    /// <summary>An MCP server of the configuration.</summary>
    Server,

    /// <summary>Named only in the configuration.</summary>
    Configuration,
}

/// <summary>Whether a plugin can be called.</summary>
public enum PluginState
{
    /// <summary>It can be called.</summary>
    Loaded,

    /// <summary>Switched off in the configuration.</summary>
    Disabled,

    /// <summary>It does not meet the contract.</summary>
    Refused,

    /// <summary>The configuration names a plugin that does not exist.</summary>
    Unknown,
}
