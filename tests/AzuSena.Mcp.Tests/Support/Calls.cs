using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace AzuSena.Mcp.Support;

/// <summary>Calls of tools and what comes of them.</summary>
internal static class Calls
{
    /// <summary>Calls a tool with the properties of an anonymous object.</summary>
    public static async Task<CallToolResult> CallAsync(
        this McpClient client, string tool, object? arguments = null, CancellationToken cancellationToken = default)
    {
        var given = JsonSerializer.SerializeToElement(arguments ?? new { }).Deserialize<Dictionary<string, object?>>();
        return await client.CallToolAsync(tool, given, cancellationToken: cancellationToken).AsTask().WaitAsync(TestApi.Patience, CancellationToken.None);
    }

    /// <summary>The structured content of a call that succeeded.</summary>
    public static JsonElement Structured(this CallToolResult result)
    {
        result.IsError.Should().NotBe(true, result.Text());
        return result.StructuredContent!.Value;
    }

    public static string Text(this CallToolResult result) => string.Join('\n', result.Content.OfType<TextContentBlock>().Select(block => block.Text));

    public static string Text(this JsonElement element, string name) => element.GetProperty(name).GetString()!;

    /// <summary>The stable code of a call that failed.</summary>
    public static string Code(this CallToolResult result)
    {
        result.IsError.Should().BeTrue();
        return result.Meta!["code"]!.GetValue<string>();
    }

    public static JsonObject Event(this ProgressNotificationParams progress) => progress.Meta!["azusena/event"]!.AsObject();
}
