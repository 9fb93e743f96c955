using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using AzuSena.Mcp.Support;
using Xunit.Abstractions;

namespace AzuSena.Mcp.Http;

/// <summary>Messages that no client would send, from a seed: none is a failure of the server, and none is left without an end.</summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int Seed = 20_261_201;
    private const int Messages = 200;

    private static readonly string[] Methods =
    [
        "initialize", "notifications/initialized", "notifications/cancelled", "ping", "tools/list", "tools/call", "resources/list", "resources/read",
        "resources/templates/list", "prompts/list", "prompts/get", "completion/complete", "logging/setLevel", "server/discover", "subscriptions/listen",
        "resources/subscribe", "tasks/get", "no/existe", "", "\u0000",
    ];

    private static readonly string[] Fragments =
    [
        "null", "true", "0", "-1", "1e999", "\"\"", "\"ask\"", "\"\\ud800\"", "[]", "{}", "[[[[[[]]]]]]", "{\"name\":\"ask\",\"arguments\":{\"question\":5}}",
        "{\"name\":\"ask\",\"arguments\":[]}", "{\"name\":null}", "{\"name\":\"search\",\"arguments\":{\"query\":\"x\",\"max_docs\":99999999999}}",
        "{\"uri\":\"azusena://passages/%00\"}", "{\"uri\":\"::\"}", "{\"uri\":7}", "{\"cursor\":\"-5\"}", "{\"cursor\":\"99999999999999\"}",
        "{\"ref\":{\"type\":\"ref/prompt\",\"name\":\"x\"},\"argument\":{}}", "{\"ref\":{},\"argument\":{\"name\":\"title\",\"value\":\"\"}}",
        "{\"requestId\":1}", "{\"requestId\":{}}", "{\"_meta\":{\"progressToken\":{}}}",
        "{\"protocolVersion\":\"1999-01-01\",\"capabilities\":{},\"clientInfo\":{}}",
        "{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{},\"clientInfo\":{\"name\":\"f\",\"version\":\"1\"}}", "{\"name\":\"Answering/SmallTalk\"}",
    ];

    [Fact]
    public async Task Mcp_TwoHundredFuzzedMessages_NoneIsAServerErrorOrHangs()
    {
        await using var api = await TestApi.StartAsync();
        await using var client = await McpApi.ConnectAsync(api);
        var random = new Random(Seed);
        var statuses = new List<HttpStatusCode>();
        for (var number = 0; number < Messages; number++)
        {
            var body = Body(random);
            using var limit = new CancellationTokenSource(TestApi.Patience);
            using var request = Request(random, body, client.SessionId!);
            using var response = await api.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            statuses.Add(response.StatusCode);
            ((int)response.StatusCode).Should().BeLessThan(500, $"message {number} of seed {Seed} was {Encoding.UTF8.GetString(body)}");
            if (!IsListening(request, response))
            {
                await response.Content.ReadAsStringAsync(limit.Token);
            }
        }

        output.WriteLine(string.Join(", ", statuses.CountBy(status => (int)status).Select(pair => $"{pair.Key}: {pair.Value}")));
        statuses.Should().Contain(HttpStatusCode.OK).And.Contain(HttpStatusCode.BadRequest);
        (await client.CallAsync("ask", new { question = "¿Cuándo abre la biblioteca?" })).Structured().Text("answer").Should().Contain("ocho");
    }

    private static byte[] Body(Random random)
    {
        var message = $$"""
            {"jsonrpc":{{(random.Next(8) == 0 ? Pick(random, Fragments) : "\"2.0\"")}},
            "id":{{(random.Next(4) == 0 ? Pick(random, Fragments) : random.Next(1000))}},
            "method":{{JsonSerializer.Serialize(Pick(random, Methods))}},"params":{{Pick(random, Fragments)}}}
            """;
        var bytes = Encoding.UTF8.GetBytes(random.Next(10) == 0 ? $"[{message},{message}]" : message);
        switch (random.Next(6))
        {
            case 0:
                return bytes[..random.Next(bytes.Length)];
            case 1:
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                return bytes;
            default:
                return bytes;
        }
    }

    private static HttpRequestMessage Request(Random random, byte[] body, string session)
    {
        var request = new HttpRequestMessage(random.Next(20) == 0 ? HttpMethod.Put : HttpMethod.Post, "/mcp") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(random.Next(15) == 0 ? "text/plain" : "application/json");
        request.Headers.Add("Accept", random.Next(15) == 0 ? "text/html" : "application/json, text/event-stream");
        if (random.Next(3) != 0)
        {
            request.Headers.Add("Mcp-Session-Id", random.Next(10) == 0 ? "no-existe" : session);
        }

        if (random.Next(3) == 0)
        {
            request.Headers.Add("MCP-Protocol-Version", Pick(random, ["2025-11-25", "2026-07-28", "2024-11-05", "1999-01-01"]));
        }

        return request;
    }

    // A subscription stays open by design, until its client leaves.
    private static bool IsListening(HttpRequestMessage request, HttpResponseMessage response) => response.IsSuccessStatusCode
        && response.Content.Headers.ContentType?.MediaType == "text/event-stream"
        && request.Content!.ReadAsStringAsync().GetAwaiter().GetResult().Contains("subscriptions/listen", StringComparison.Ordinal);

    private static T Pick<T>(Random random, T[] values) => values[random.Next(values.Length)];
}
