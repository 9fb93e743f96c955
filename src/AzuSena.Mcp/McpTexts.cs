using AzuSena.Resources;

namespace AzuSena.Mcp;

/// <summary>The Spanish texts of the MCP server, from <c>McpTexts.resx</c>.</summary>
internal static class McpTexts
{
    private static readonly ResourceTexts Texts = new(typeof(McpTexts));

    public static string Get(string name, params object?[] values) => values.Length == 0 ? Texts.Get(name) : Texts.Format(name, values);
}
