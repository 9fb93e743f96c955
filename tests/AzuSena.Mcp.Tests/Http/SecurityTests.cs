using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AzuSena.Mcp.Support;

namespace AzuSena.Mcp.Http;

/// <summary><c>/mcp</c> has the keys, origins and limits of the rest of the service.</summary>
public sealed class SecurityTests
{
    private const string Key = "una-clave-de-prueba-1";
    private const string Other = "una-clave-de-prueba-2";

    [Fact]
    public async Task Mcp_WithKeys_AsksForOneAndKeepsConversationsApart()
    {
        await using var api = await TestApi.StartAsync($"--Api:Keys={Key},{Other}");
        using var refused = await PostAsync(api.Client);
        await using var owner = await McpApi.ConnectAsync(api, key: Key);
        await using var other = await McpApi.ConnectAsync(api, key: Other);
        using var begin = new HttpRequestMessage(HttpMethod.Post, "/azusena_api/conversations") { Headers = { { "X-Api-Key", Key } } };
        using var begun = await api.Client.SendAsync(begin);
        var conversation = (await begun.Content.ReadFromJsonAsync<JsonElement>()).Text("conversation_id");
        var question = new { question = "¿Cuándo abre la biblioteca?", conversation_id = conversation };

        refused.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        (await owner.CallAsync("ask", question)).Structured().Text("conversation_id").Should().Be(conversation);
        (await other.CallAsync("ask", question)).Code().Should().Be("conversation_not_found");
    }

    [Fact]
    public async Task Mcp_SessionOfAnotherKey_IsRefused()
    {
        await using var api = await TestApi.StartAsync($"--Api:Keys={Key},{Other}");
        await using var owner = await McpApi.ConnectAsync(api, key: Key);

        using var stolen = await PostAsync(api.Client, ("X-Api-Key", Other), ("Mcp-Session-Id", owner.SessionId!));

        stolen.StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("https://www.ejemplo.co", HttpStatusCode.OK)]
    public async Task Mcp_Origin_IsAllowedAsForTheApi(string origin, HttpStatusCode status)
    {
        await using var api = await TestApi.StartAsync("--Api:CorsOrigins=https://www.ejemplo.co");

        using var response = await PostAsync(api.Client, ("Origin", origin));

        response.StatusCode.Should().Be(status);
    }

    [Fact]
    public async Task Mcp_SwitchedOff_IsNotThere()
    {
        await using var api = await TestApi.StartAsync("--Mcp:Enabled=false");

        using var response = await PostAsync(api.Client);

        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Stop_WithAnOpenSession_EndsInTime()
    {
        await using var api = await TestApi.StartAsync("--Shutdown:Seconds=0");
        await using var client = await McpApi.ConnectAsync(api);
        await client.CallAsync("list_documents");

        await api.StopAsync();
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/mcp")
        {
            Content = JsonContent.Create(new
            {
                jsonrpc = "2.0",
                id = 1,
                method = "initialize",
                @params = new { protocolVersion = "2025-11-25", capabilities = new { }, clientInfo = new { name = "t", version = "1" } },
            }),
        };
        request.Headers.Add("Accept", "application/json, text/event-stream");
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return client.SendAsync(request);
    }
}
