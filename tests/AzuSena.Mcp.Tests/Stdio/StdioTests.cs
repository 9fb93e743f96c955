using System.Text.Json;
using AzuSena.Mcp.Support;

namespace AzuSena.Mcp.Stdio;

/// <summary>The server over standard input and output.</summary>
public sealed class StdioTests
{
    [Theory]
    [MemberData(nameof(McpApi.Revisions), MemberType = typeof(McpApi))]
    public async Task Mcp_ClientOfTheSdk_AsksSearchesAndReads(string revision)
    {
        using var server = new StdioServer();
        await using var client = await server.ConnectAsync(revision);

        var answer = (await client.CallAsync("ask", new { question = "¿Cuándo abre la biblioteca?" })).Structured();
        var found = (await client.CallAsync("search", new { query = "biblioteca" })).Structured();

        answer.Text("answer").Should().Contain("a las ocho de la mañana");
        found.GetProperty("passages")[0].GetProperty("document").Text("title").Should().Be("Horario de la biblioteca");
        (await client.ListResourcesAsync()).Should().ContainSingle();
        (await client.CallAsync("ask", new { question = " " })).Code().Should().Be("question_invalid");
    }

    [Fact]
    public async Task Mcp_StandardOutput_IsNothingButTheProtocol_AndTheEndOfInputEndsIt()
    {
        using var server = new StdioServer("---\ntitulo: Roto\nclave_desconocida: 1\n---\nLa biblioteca abre a las ocho.\n");
        using var process = server.Start();
        var errors = process.StandardError.ReadToEndAsync();

        await process.StandardInput.WriteLineAsync(
            """{"jsonrpc":"2.0","id":1,"method":"initialize","params":"""
                + """{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}""");
        await process.StandardInput.WriteLineAsync("""{"jsonrpc":"2.0","method":"notifications/initialized"}""");
        await process.StandardInput.WriteLineAsync("esto no es JSON");
        await process.StandardInput.WriteLineAsync(
            """{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"ask","arguments":{"question":"¿Cuándo abre la biblioteca?"}}}""");
        var lines = new List<JsonElement>();
        while (!lines.Exists(line => line.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.Number && id.GetInt32() == 2))
        {
            lines.Add(JsonSerializer.Deserialize<JsonElement>((await process.StandardOutput.ReadLineAsync().WaitAsync(StdioServer.Patience))!));
        }

        process.StandardInput.Close();
        var rest = await process.StandardOutput.ReadToEndAsync().WaitAsync(StdioServer.Patience);
        await process.WaitForExitAsync().WaitAsync(StdioServer.Patience);

        lines.Should().OnlyContain(line => line.GetProperty("jsonrpc").GetString() == "2.0");
        rest.Should().BeEmpty();
        process.ExitCode.Should().Be(0, await errors);
    }
}
