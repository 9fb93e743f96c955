namespace AzuSena.Api.Mcp;

/// <summary>Settings of the MCP server.</summary>
public sealed class McpOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Mcp";

    /// <summary>Whether <c>/mcp</c> is served.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool Enabled { get; set; } = true;
}
