namespace AzuSena.Plugins;

/// <summary>
/// Marks a plugin's function that programs may call directly, as a tool of the MCP server; the others are for prompts and models only. A plugin from outside
/// names its own under <c>offered</c> in its manifest.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OfferedAttribute : Attribute;
