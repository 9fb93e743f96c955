using AzuSena.Testing;

namespace AzuSena.Plugins.Servers;

/// <summary>A test that needs npm's <c>@modelcontextprotocol/server-everything</c>, which <c>./azusena test</c> installs.</summary>
internal sealed class EverythingFactAttribute : FactAttribute
{
    /// <summary>The server's program.</summary>
    public static readonly string Server = Path.Combine(
        Repository.Root, "tests", "AzuSena.Mcp.Tests", "node", "node_modules", "@modelcontextprotocol", "server-everything", "dist", "index.js");

    public EverythingFactAttribute() => Skip = File.Exists(Server) ? null : "npm's server-everything is not installed: ./azusena test installs it.";
}
